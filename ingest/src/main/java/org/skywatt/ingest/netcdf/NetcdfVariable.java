package org.skywatt.ingest.netcdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skywatt.ingest.cf.Attributes;
import org.skywatt.ingest.cf.CfVariable;
import org.skywatt.ingest.cf.RawValues;
import ucar.ma2.Array;
import ucar.ma2.ArrayChar;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.Dimension;
import ucar.nc2.Variable;

/** A variable of a NetCDF file. Characters are texts along the last dimension. */
final class NetcdfVariable implements CfVariable {
  private static final long MOST_VALUES = 1L << 28;

  /** Deflate shrinks a thousand times at most: larger variables are none. */
  private static final long MOST_VALUES_PER_BYTE = 1032;

  private static final long MOST_VALUES_OF_SMALL = 1L << 24;

  /**
   * What unwritten values hold where the variable names no fill value (NetCDF User's Guide,
   * appendix B). Bytes have none.
   */
  private static final Map<DataType, Double> UNWRITTEN =
      Map.of(
          DataType.SHORT, -32767.0,
          DataType.INT, -2147483647.0,
          DataType.FLOAT, (double) 9.96921e+36f,
          DataType.DOUBLE, 9.9692099683868690e+36);

  private final Path path;
  private final BoundedFile bytes;
  private final Variable variable;
  private final List<String> dimensions = new ArrayList<>();
  private final int[] shape;
  private final Attributes attributes;

  /**
   * @param bytes the file itself
   */
  NetcdfVariable(Path path, BoundedFile bytes, Variable variable) {
    this.path = path;
    this.bytes = bytes;
    this.variable = variable;
    boolean characters = variable.getDataType() == DataType.CHAR && variable.getRank() > 0;
    int rank = variable.getRank() - (characters ? 1 : 0);
    shape = new int[rank];
    for (int i = 0; i < rank; i++) {
      Dimension dimension = variable.getDimension(i);
      shape[i] = dimension.getLength();
      String name = dimension.getFullName();
      dimensions.add(
          name == null || name.isEmpty() ? variable.getFullName() + " dimension " + i : name);
    }
    attributes = attributes(variable);
  }

  private static Attributes attributes(Variable variable) {
    List<Attribute> own = new ArrayList<>(variable.getAttributes());
    Double unwritten = UNWRITTEN.get(variable.getDataType());
    boolean named = own.stream().anyMatch(each -> each.getShortName().equals("_FillValue"));
    if (unwritten != null && !named && !variable.isUnsigned()) {
      own.add(new Attribute("_FillValue", unwritten));
    }
    return NetcdfDataset.attributes(own);
  }

  @Override
  public String name() {
    return variable.getFullName();
  }

  @Override
  public List<String> dimensions() {
    return dimensions;
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public Attributes attributes() {
    return attributes;
  }

  @Override
  public Kind kind() {
    DataType type = variable.getDataType();
    if (variable.isVariableLength()) {
      return Kind.OTHER;
    }
    if (type.isNumeric() || type.isEnum() || type == DataType.BOOLEAN) {
      return Kind.NUMBER;
    }
    return type.isString() ? Kind.TEXT : Kind.OTHER;
  }

  @Override
  public String storage() {
    if (kind() == Kind.OTHER) {
      return "type "
          + (variable.isVariableLength() ? "vlen" : variable.getDataType())
          + " is not read; write it as numbers or texts";
    }
    String sign = variable.isUnsigned() ? "u" : "";
    return switch (variable.getDataType()) {
      case BYTE -> sign + "int8";
      case SHORT -> sign + "int16";
      case INT -> sign + "int32";
      case LONG -> sign + "int64";
      case FLOAT -> "float32";
      case DOUBLE -> "float64";
      default -> variable.getDataType().toString().toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public int unsignedBits() {
    boolean integer = variable.getDataType().isIntegral();
    return integer && variable.isUnsigned() ? variable.getDataType().getSize() * 8 : 0;
  }

  @Override
  public RawValues read(int[] origin, int[] count) throws IOException {
    long fileLength = bytes.length();
    if (variable.getSize() > Math.max(MOST_VALUES_OF_SMALL, fileLength * MOST_VALUES_PER_BYTE)) {
      throw new IOException(
          "corrupt: " + variable.getSize() + " values in a file of " + fileLength + " bytes");
    }
    long size = 1;
    for (int length : count) {
      size *= length;
      if (size > MOST_VALUES) {
        throw new IOException("more than " + MOST_VALUES + " values at once");
      }
    }
    Array array = array(origin, count);
    if (array.getSize() != size) {
      throw new IOException("only " + array.getSize() + " of " + size + " values are there");
    }
    return new ArrayValues(array);
  }

  @Override
  public List<String> readText() throws IOException {
    Array array = array(new int[variable.getRank()], variable.getShape());
    List<String> texts = new ArrayList<>();
    if (array instanceof ArrayChar characters && variable.getRank() > 0) {
      for (ArrayChar.StringIterator each = characters.getStringIterator(); each.hasNext(); ) {
        texts.add(each.next().strip());
      }
      return texts;
    }
    for (int i = 0; i < array.getSize(); i++) {
      texts.add(String.valueOf(array.getObject(i)).strip());
    }
    return texts;
  }

  private Array array(int[] origin, int[] count) throws IOException {
    bytes.refill();
    try {
      return variable.getRank() == 0 ? variable.read() : variable.read(origin, count);
    } catch (IOException
        | InvalidRangeException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError
        | AssertionError e) {
      throw new IOException(NetcdfFiles.refusal(path, "", e).why(), e);
    }
  }

  /** Numbers of an array that NetCDF-Java has made. */
  private record ArrayValues(Array array) implements RawValues {
    @Override
    public int size() {
      return (int) array.getSize();
    }

    @Override
    public double get(int index) {
      return array.getDouble(index);
    }
  }
}
