"""Writes the small files beside it: no satellite's data, only its formats. Needs netCDF4 and numpy.

Attributes and types are those of the GOES-R Product User's Guide (ABI level 1b), the MTG FCI L1
Product User Guide, and JAXA's P-Tree README. Values follow from row and column by a formula.
"""
import netCDF4
import numpy as np


def abi(name, band, scale, offset, coefficients):
    d = netCDF4.Dataset(name, "w")
    d.platform_ID = "G16"
    d.scene_id = "CONUS"
    d.time_coverage_start = "2024-03-20T15:01:17.2Z"
    d.time_coverage_end = "2024-03-20T15:03:54.5Z"
    d.createDimension("y", 30)
    d.createDimension("x", 40)
    d.createDimension("band", 1)
    d.createDimension("number_of_time_bounds", 2)
    rad = d.createVariable("Rad", "i2", ("y", "x"), fill_value=np.int16(4095), zlib=True)
    rad.set_auto_maskandscale(False)
    rad._Unsigned = "true"
    rad.valid_range = np.array([0, 4094], "i2")
    rad.scale_factor = np.float32(scale)
    rad.add_offset = np.float32(offset)
    rad.units = "mW m-2 sr-1 (cm-1)-1" if band > 6 else "W m-2 sr-1 um-1"
    rad.standard_name = "toa_outgoing_radiance_per_unit_wavenumber"
    rad.coordinates = "band_id band_wavelength t y x"
    rad.grid_mapping = "goes_imager_projection"
    rad.cell_methods = "t: point area: point"
    rows, columns = np.mgrid[0:30, 0:40]
    counts = (100 + 60 * rows + 23 * columns).astype("i2")
    counts[3, 5] = 4095
    rad[:] = counts
    for axis, first, step in (("x", -0.06, 0.00028), ("y", 0.12, -0.00028)):
        v = d.createVariable(axis, "i2", (axis,))
        v.set_auto_maskandscale(False)
        v.scale_factor = np.float32(step)
        v.add_offset = np.float32(first)
        v.units = "rad"
        v.axis = axis.upper()
        v.standard_name = "projection_%s_coordinate" % axis
        v[:] = np.arange(len(d.dimensions[axis]))
    p = d.createVariable("goes_imager_projection", "i4", ())
    p.grid_mapping_name = "geostationary"
    p.perspective_point_height = 35786023.0
    p.semi_major_axis = 6378137.0
    p.semi_minor_axis = 6356752.31414
    p.inverse_flattening = 298.2572221
    p.latitude_of_projection_origin = 0.0
    p.longitude_of_projection_origin = -75.0
    p.sweep_angle_axis = "x"
    t = d.createVariable("t", "f8", ())
    t.standard_name = "time"
    t.units = "seconds since 2000-01-01 12:00:00"
    t.axis = "T"
    t.bounds = "time_bounds"
    t[...] = 764218955.85
    b = d.createVariable("time_bounds", "f8", ("number_of_time_bounds",))
    b[:] = [764218877.2, 764219034.5]
    i = d.createVariable("band_id", "i1", ("band",))
    i.units = "1"
    i[:] = [band]
    for key, value in coefficients.items():
        v = d.createVariable(key, "f4", (), fill_value=np.float32(-999))
        v[...] = value
    for key, value in (
        ("nominal_satellite_subpoint_lat", 0.0),
        ("nominal_satellite_subpoint_lon", -75.2),
        ("nominal_satellite_height", 35786.023),
        ("yaw_flip_flag", 0),
    ):
        d.createVariable(key, "f4", ())[...] = value
    d.createVariable("DQF", "i1", ("y", "x"), fill_value=np.int8(-1))[:] = 0
    d.close()


def fci(chunk, rows, start, end):
    d = netCDF4.Dataset("fci_%04d.nc" % chunk, "w")
    d.platform = "MTI1"
    d.time_coverage_start = start
    d.time_coverage_end = end
    data = d.createGroup("data")
    p = data.createVariable("mtg_geos_projection", "i1", ())
    p.grid_mapping_name = "geostationary"
    p.perspective_point_height = 35786400.0
    p.semi_major_axis = 6378137.0
    p.semi_minor_axis = 6356752.31424518
    p.inverse_flattening = 298.257223563
    p.latitude_of_projection_origin = 0.0
    p.longitude_of_projection_origin = 0.0
    p.sweep_angle_axis = "y"
    for channel in ("vis_06", "ir_38", "ir_105"):
        g = data.createGroup(channel).createGroup("measured")
        g.createDimension("y", len(rows))
        g.createDimension("x", 60)
        step = 0.3 / 60
        for axis, values, sign in (("x", np.arange(1, 61), -1), ("y", rows, 1)):
            v = g.createVariable(axis, "u2", (axis,))
            v.set_auto_maskandscale(False)
            v.scale_factor = sign * step
            v.add_offset = -sign * step * 30.5
            v.units = "rad"
            v.standard_name = "projection_%s_coordinate" % axis
            v[:] = values
        g.createVariable("start_position_row", "u2", ())[...] = rows[0]
        g.createVariable("end_position_row", "u2", ())[...] = rows[-1]
        r = g.createVariable("effective_radiance", "u2", ("y", "x"), fill_value=65535, zlib=True)
        r.set_auto_maskandscale(False)
        r.units = "mW.m-2.sr-1.(cm-1)-1"
        r.grid_mapping = "mtg_geos_projection"
        r.valid_range = np.array([0, 8191 if channel == "ir_38" else 4095], "u2")
        solar = channel == "vis_06"
        r.scale_factor = 0.0056 if solar else 0.0005 if channel == "ir_38" else 0.05
        r.add_offset = -0.28 if solar else -0.01 if channel == "ir_38" else -1.2
        if channel == "ir_38":
            r.warm_scale_factor = 0.03
            r.warm_add_offset = -120.0
        counts = 500 + 50 * np.asarray(rows)[:, None] + 7 * np.arange(60)[None, :]
        if channel == "ir_38":
            counts = counts + 2000
        counts = counts.astype("u2")
        counts[0, 0] = 65535
        r[:] = counts
        for key, value in (
            ("channel_effective_solar_irradiance", 65.8 if solar else 9.96920996838687e36),
            ("radiance_to_bt_conversion_coefficient_wavenumber",
             9.96920996838687e36 if solar else 950.0 if channel == "ir_105" else 2630.0),
            ("radiance_to_bt_conversion_coefficient_a", 0.9985),
            ("radiance_to_bt_conversion_coefficient_b", 0.42),
            ("radiance_to_bt_conversion_constant_c1", 1.191042972e-5),
            ("radiance_to_bt_conversion_constant_c2", 1.438776877),
        ):
            g.createVariable(key, "f8", ())[...] = value
    d.close()


def himawari():
    d = netCDF4.Dataset("himawari.nc", "w")
    d.title = "Himawari-09 AHI gridded data"
    d.id = "NC_H09_20240320_0250_R21_FLDK.00041_00041.nc"
    d.createDimension("latitude", 41)
    d.createDimension("longitude", 41)
    d.createDimension("time", 1)
    d.createVariable("latitude", "f4", ("latitude",))[:] = 60 - 3 * np.arange(41)
    d["latitude"].units = "degrees_north"
    d.createVariable("longitude", "f4", ("longitude",))[:] = 80 + 3 * np.arange(41)
    d["longitude"].units = "degrees_east"
    for key, days in (("start_time", 60389.118194444), ("end_time", 60389.12475)):
        v = d.createVariable(key, "f8", ("time",))
        v.units = "days since 1858-11-17 0:0:0"
        v[:] = [days]
    rows, columns = np.mgrid[0:41, 0:41]
    for name, scale, offset, units in (
        ("albedo_03", 1e-4, 0.0, "1"),
        ("tbb_13", 0.01, 273.15, "K"),
    ):
        v = d.createVariable(name, "i2", ("latitude", "longitude"), fill_value=-32768, zlib=True)
        v.set_auto_maskandscale(False)
        v.scale_factor = np.float32(scale)
        v.add_offset = np.float32(offset)
        v.units = units
        v[:] = (50 * rows + 10 * columns).astype("i2")
    d.close()


abi(
    "abi_c13.nc", 13, 0.04572892, -1.6443,
    {"planck_fk1": 10803.3, "planck_fk2": 1392.74, "planck_bc1": 0.0755, "planck_bc2": 0.99975,
     "kappa0": -999, "esun": -999, "earth_sun_distance_anomaly_in_AU": 0.9958},
)
abi(
    "abi_c02.nc", 2, 0.15859237, -20.289911,
    {"planck_fk1": -999, "planck_fk2": -999, "planck_bc1": -999, "planck_bc2": -999,
     "kappa0": np.pi * 0.9958**2 / 1631.3351, "esun": 1631.3351, "earth_sun_distance_anomaly_in_AU": 0.9958},
)
fci(1, np.arange(1, 21), "20240320120000", "20240320120310")
fci(2, np.arange(21, 41), "20240320120310", "20240320120620")
fci(3, np.arange(41, 61), "20240320120620", "20240320120930")
himawari()
