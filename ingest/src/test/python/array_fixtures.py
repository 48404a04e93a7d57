# Makes the fixtures of ArrayFixturesTest: each array holds value(y, x) = 250 + y + x / 8 in 12 rows of 20.
import zarr, numcodecs, numpy as np, shutil, os, warnings, json, sys, zipfile
warnings.simplefilter('ignore')
from numcodecs import *
OUT=sys.argv[1]+'/'
y,x=np.meshgrid(np.arange(12),np.arange(20),indexing='ij')
V=(250+y+x/8)[None]
def coords(add):
    add('time',np.array([6],'i8'),['time'],dict(units='hours since 2024-06-01',calendar='proleptic_gregorian',standard_name='time'))
    add('lat',60-np.arange(12)*0.5,['lat'],dict(units='degrees_north'))
    add('lon',-10+np.arange(20)*0.5,['lon'],dict(units='degrees_east'))
D=['time','lat','lon']; C=(1,12,20)
def pack(p,keep):
    z=p+'.zip'
    with zipfile.ZipFile(z,'w',zipfile.ZIP_DEFLATED,compresslevel=9) as f:
        for r,_,fs in os.walk(p):
            for n in sorted(fs):
                k=os.path.relpath(os.path.join(r,n),p)
                if n in ('.zarray','.zattrs','.zgroup','zarr.json','.zmetadata') and k not in keep: continue
                f.writestr(zipfile.ZipInfo(k,(2024,6,1,0,0,0)),open(os.path.join(r,n),'rb').read(),zipfile.ZIP_DEFLATED,9)
    shutil.rmtree(p); print(z,os.path.getsize(z))
def mk2():
    p=OUT+'zarr2'; shutil.rmtree(p,ignore_errors=True)
    g=zarr.open_group(p,mode='w',zarr_format=2)
    def add(name,data,dims,attrs,**kw):
        kw.setdefault('fill_value',None)
        a=g.create_array(name,shape=data.shape,dtype=data.dtype,chunks=kw.pop('chunks',data.shape),**kw)
        a[...]=data; a.attrs['_ARRAY_DIMENSIONS']=dims
        for k,v in attrs.items(): a.attrs[k]=v
    coords(add)
    def var(name,dtype='<f4',comp=None,filters=None,attrs={},data=None,**kw):
        add(name,(V if data is None else data).astype(dtype),kw.pop('dims',D),attrs,compressors=comp,filters=filters,**kw)
    for cn in ['blosclz','lz4','lz4hc','zlib','zstd']:
        for sh in [0,1,2]:
            if cn!='lz4hc' or sh==1: var(f'blosc_{cn}_{sh}',comp=Blosc(cname=cn,clevel=5,shuffle=sh,blocksize=0 if sh else 512))
    var('blosc_odd',comp=Blosc(cname='lz4',shuffle=2),chunks=(1,5,7))
    var('blosc_f8',dtype='<f8',comp=Blosc(cname='zstd',shuffle=1,blocksize=1024))
    var('zlib',comp=Zlib(5)); var('gzip',comp=GZip(5)); var('bz2',comp=BZ2(5)); var('lzma',comp=LZMA())
    var('lz4',comp=LZ4()); var('zstd',comp=Zstd(3)); var('big',dtype='>f4'); var('f8',dtype='<f8')
    var('order_f',order='F',comp=Zlib(),chunks=(1,5,7)); var('slash',chunk_key_encoding={'name':'v2','separator':'/'},comp=Zlib())
    P=np.round((V-250)/0.125)
    var('packed',dtype='<i2',data=P,comp=Zlib(),attrs={'scale_factor':0.125,'add_offset':250.0})
    var('packed_big',dtype='>u2',data=P,comp=Zlib(),attrs={'scale_factor':0.125,'add_offset':250.0})
    var('unsigned',dtype='|i1',data=P.astype('u1').view('i1'),comp=Zlib(),attrs={'scale_factor':0.125,'add_offset':250.0,'_Unsigned':'true'})
    var('half',dtype='<f2',data=V-250,comp=Zlib(),attrs={'add_offset':250.0})
    var('delta',dtype='<i4',data=np.round(V*8),filters=[Delta('<i4')],comp=Zlib(),attrs={'scale_factor':0.125})
    var('delta_f4',filters=[Delta('<f4')],comp=Zlib())
    var('fixedscaleoffset',dtype='<f8',filters=[FixedScaleOffset(offset=250,scale=8,dtype='<f8',astype='<i2')],comp=Zlib())
    var('shuffle',filters=[numcodecs.Shuffle(4)],comp=Zlib()); var('quantize',dtype='<f8',filters=[Quantize(digits=6,dtype='<f8')],comp=Zlib())
    var('crc32',filters=[numcodecs.CRC32()]); var('adler32',filters=[numcodecs.Adler32()])
    var('turned',data=np.ascontiguousarray(V.transpose(2,0,1)),dims=['lon','time','lat'],chunks=(7,1,5),comp=Zlib())
    d=V.copy(); d[0,:3]=-999; var('missing',data=d,fill_value=-999.0,comp=Zlib(),chunks=(1,3,20))
    var('refused_packbits',filters=[numcodecs.PackBits()],dtype='|b1')
    var('refused_complex',dtype='<c8',comp=Zlib())
    zarr.consolidate_metadata(p); pack(p,('.zmetadata',))
def mk3():
    from zarr.codecs import BloscCodec,ZstdCodec,GzipCodec,Crc32cCodec,BytesCodec,TransposeCodec
    import zarr.codecs.numcodecs as zn
    p=OUT+'zarr3'; shutil.rmtree(p,ignore_errors=True)
    g=zarr.open_group(p,mode='w',zarr_format=3)
    def add(name,data,dims,attrs,**kw):
        a=g.create_array(name,shape=data.shape,dtype=data.dtype,chunks=kw.pop('chunks',data.shape),dimension_names=dims,**kw)
        a[...]=data
        for k,v in attrs.items(): a.attrs[k]=v
    coords(add)
    def var(name,dtype='<f4',attrs={},data=None,**kw):
        add(name,(V if data is None else data).astype(dtype),D,attrs,**kw)
    var('zstd'); var('plain',compressors=None); var('zstd_checksum',compressors=[ZstdCodec(level=3,checksum=True)]); var('gzip',compressors=[GzipCodec()])
    for cn in ['lz4','zstd']:
        for sh in ['noshuffle','shuffle','bitshuffle']: var(f'blosc_{cn}_{sh}',compressors=[BloscCodec(cname=cn,shuffle=sh)])
    var('crc32c',compressors=[ZstdCodec(),Crc32cCodec()]); var('transposed',filters=[TransposeCodec(order=(2,0,1))],chunks=(1,5,7))
    var('big',serializer=BytesCodec(endian='big')); var('v2keys',chunk_key_encoding={'name':'v2','separator':'.'}); var('dotkeys',chunk_key_encoding={'name':'default','separator':'.'})
    var('sharded',chunks=(1,4,5),shards=(1,12,20)); var('sharded_part',chunks=(1,5,5),shards=(1,10,10))
    var('n_bz2',compressors=[zn.BZ2()]); var('n_zlib',compressors=[zn.Zlib()]); var('n_lz4',compressors=[zn.LZ4()])
    var('n_delta',dtype='<i4',data=np.round(V*8),filters=[zn.Delta(dtype='<i4')],attrs={'scale_factor':0.125}); var('n_shuffle',compressors=[zn.Shuffle(elementsize=4),zn.Zlib()])
    d=V.copy(); d[0,:6]=np.nan; var('missing',data=d,fill_value=np.nan,chunks=(1,6,20),config={'write_empty_chunks':False})
    var('refused_codec',compressors=[zn.PCodec()] if hasattr(zn,'PCodec') else None) if False else None
    zarr.consolidate_metadata(p); pack(p,('zarr.json',))
mk2(); mk3()
import netCDF4 as nc
def base(name):
    f=OUT+name
    if os.path.exists(f): os.remove(f)
    d=nc.Dataset(f,'w'); d.createDimension('time',None); d.createDimension('lat',12); d.createDimension('lon',20)
    v=d.createVariable('time','i4',('time',),chunksizes=(1,)); v.units='hours since 2024-06-01 01:00 +01:00'; v.standard_name='time'; v[:]=[6]
    v=d.createVariable('lat','f8',('lat',)); v.units='degrees_north'; v[:]=60-np.arange(12)*.5
    v=d.createVariable('lon','f8',('lon',)); v.units='degrees_east'; v[:]=-10+np.arange(20)*.5
    return d
d=base('codecs.nc')
def var(n,dt='f4',g=None,**kw):
    att=kw.pop('att',{}); kw.setdefault('chunksizes',(1,12,20)); v=(g or d).createVariable(n,dt,tuple(D),**kw)
    for k,a in att.items(): setattr(v,k,a)
    v[:]=V
Z=dict(compression='zlib')
var('zlib',**Z,shuffle=False); var('shuffled',**Z); var('fletcher32',fletcher32=True,**Z); var('chunked',**{**Z,'chunksizes':(1,5,7)})
S=dict(scale_factor=0.125,add_offset=250.0)
var('packed','i2',fill_value=-32768,att=S,**Z); var('packed_unsigned','u1',att=S,**Z); var('big','>f8',endian='big',**Z); var('bzip2',compression='bzip2'); var('refused_zstd',compression='zstd')
v=d.createVariable('name',str,('time',)); v[:]=np.array(['clear'],dtype=object)
vl=d.createVLType('i4','vl'); v=d.createVariable('refused_vlen',vl,('time',)); v[0]=np.array([1,2],'i4')
var('within','f4',g=d.createGroup('forecast'),**Z)
d.close(); print(os.path.getsize(OUT+'codecs.nc'))
