// Module zlib: compression by the library of that name; its memory comes from the interpreter's heap.
#include <zlib.h>

#include <climits>

#include "builtins/modules/module_exception.h"
#include "builtins/types/text_support.h"
#include "vm/object/buffer.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/gate.h"

namespace krait {

namespace {

constexpr int64_t kFirstRoom = 16 * 1024;
constexpr size_t kPiece = 256 * 1024;   // of input, between looks at the limits

struct StreamObject : Object {
    z_stream stream;
    bool open, compressing, finished, busy;
    int level;
    Value unused, unconsumed, dictionary, module;   // owned; bytes, bytes, UNBOUND or bytes-like, module
};
struct ZlibState {
    TypeObject *compress_type, *decompress_type;   // borrowed
};
ZlibState& state_of(ModuleObject* module) { return *static_cast<ZlibState*>(module->state); }

// Sizes are kept in front of the memory, because the heap wants them back.
void* allocate_for_zlib(void* opaque, uInt items, uInt size) {
    auto* heap = static_cast<Heap*>(opaque);
    size_t bytes = size_t{items} * size + 16;
    auto* memory = static_cast<size_t*>(heap->allocate_buffer(bytes));
    if (!memory) return nullptr;
    *memory = bytes;
    return reinterpret_cast<char*>(memory) + 16;
}
void free_for_zlib(void* opaque, void* memory) {
    auto* start = reinterpret_cast<size_t*>(static_cast<char*>(memory) - 16);
    static_cast<Heap*>(opaque)->free_buffer(start, *start);
}
void prepare(Thread& t, z_stream* z) {
    *z = {};
    z->opaque = &t.heap;
    z->zalloc = allocate_for_zlib;
    z->zfree = free_for_zlib;
}

Failed zlib_error(Thread& t, ModuleObject* module, const z_stream& z, int code, const char* doing) {
    const char* reason = code == Z_VERSION_ERROR ? "library version mismatch" : z.msg;
    if (!reason) {
        if (code == Z_BUF_ERROR) reason = "incomplete or truncated stream";
        else if (code == Z_STREAM_ERROR) reason = "inconsistent stream state";
        else if (code == Z_DATA_ERROR) reason = "invalid input data";
    }
    if (reason) return raise_class_of(t, module, "error", "Error %d %s: %.200s", code, doing, reason);
    return raise_class_of(t, module, "error", "Error %d %s", code, doing);
}

// Feeds `input` to one of zlib's functions until it is used up (or `most` bytes came out). Returns zlib's last answer.
template <class Step>
Fallible<int> pump(Thread& t, z_stream& z, std::string_view& input, ByteBuilder& out, size_t most, int flush,
                   Step step) {
    int code = Z_OK;
    do {
        uInt piece = static_cast<uInt>(std::min<size_t>(input.size(), kPiece));
        z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
        z.avail_in = piece;
        bool last = piece == input.size();
        for (;;) {
            size_t room = std::clamp<size_t>(out.length(), kFirstRoom, 1 << 22);
            room = std::min(room, most - out.length());
            if (room == 0) break;
            TRY(out.reserve(room));
            z.next_out = reinterpret_cast<Bytef*>(out.data() + out.length());
            z.avail_out = static_cast<uInt>(room);
            code = step(last ? flush : Z_NO_FLUSH);
            out.grow(room - z.avail_out);
            TRY(charge_work(t, (room - z.avail_out + piece) / 8 + 1));
            if (code == Z_STREAM_END || (code != Z_OK && code != Z_BUF_ERROR) || z.avail_out > 0) break;
        }
        input.remove_prefix(piece - z.avail_in);
    } while (!input.empty() && code == Z_OK && out.length() < most && z.avail_in == 0);
    z.next_in = nullptr;
    z.next_out = nullptr;
    z.avail_in = z.avail_out = 0;
    return code;
}

// A size of a buffer: an int, or what has __int__ (3.6) or __index__ (later).
Fallible<int64_t> size_argument(Thread& t, Value v, int64_t fallback) {
    if (v.is_unbound()) return fallback;
    const Slots& slots = type_of(t, v)->slots;
    if (!is_int_like(v) && !slots.as_int && !slots.index)
        return raise(t, Exc::TypeError, "an integer is required (got type %s)", type_name_of(t, v));
    Ref number = TRY(!is_int_like(v) && slots.as_int ? to_int(t, v) : as_index(t, v));
    return int_to_i64(t, number, "Python int too large to convert to C ssize_t");
}

// ------------------------------------------------------------------------------------------------ in one go

Ref zlib_compress(Thread& t, ModuleObject* module, Value data, Optional<int64_t> level) {
    BufferView view = TRY(get_buffer(t, data));
    z_stream z;
    prepare(t, &z);
    int code = deflateInit(&z, static_cast<int>(level.value_or(Z_DEFAULT_COMPRESSION)));
    if (code == Z_MEM_ERROR) return raise(t, Exc::MemoryError, "Out of memory while compressing data");
    if (code == Z_STREAM_ERROR) return raise_class_of(t, module, "error", "Bad compression level");
    if (code != Z_OK) return zlib_error(t, module, z, code, "while compressing data");
    ByteBuilder out(t);
    std::string_view input = view.view();
    Fallible<int> done = pump(t, z, input, out, SIZE_MAX, Z_FINISH, [&](int flush) { return deflate(&z, flush); });
    deflateEnd(&z);
    if (!done) return Failed{};
    if (done.value() != Z_STREAM_END) return zlib_error(t, module, z, done.value(), "while compressing data");
    return out.finish();
}

Ref zlib_decompress(Thread& t, ModuleObject* module, Value data, Optional<int64_t> wbits, Value bufsize) {
    BufferView view = TRY(get_buffer(t, data));
    if (TRY(size_argument(t, bufsize, kFirstRoom)) < 0)
        return raise(t, Exc::ValueError, "bufsize must be non-negative");
    z_stream z;
    prepare(t, &z);
    int code = inflateInit2(&z, static_cast<int>(wbits.value_or(MAX_WBITS)));
    if (code == Z_MEM_ERROR) return raise(t, Exc::MemoryError, "Out of memory while decompressing data");
    if (code != Z_OK) return zlib_error(t, module, z, code, "while preparing to decompress data");
    ByteBuilder out(t);
    std::string_view input = view.view();
    Fallible<int> done = pump(t, z, input, out, SIZE_MAX, Z_SYNC_FLUSH, [&](int flush) { return inflate(&z, flush); });
    char* message = z.msg;
    inflateEnd(&z);
    z.msg = message;
    if (!done) return Failed{};
    if (done.value() == Z_STREAM_END) return out.finish();
    if (done.value() == Z_MEM_ERROR) return raise(t, Exc::MemoryError, "Out of memory while decompressing data");
    return zlib_error(t, module, z, done.value() == Z_OK ? Z_BUF_ERROR : done.value(), "while decompressing data");
}

Fallible<int64_t> checksum_start(Thread& t, Value v, uint32_t fallback) {
    if (v.is_unbound()) return int64_t{fallback};
    Ref n = TRY(as_index(t, v));
    return static_cast<int64_t>(int_to_bigint(n).low64() & 0xffffffff);
}
template <bool kCrc>
Fallible<int64_t> zlib_checksum(Thread& t, Value data, Value start) {
    BufferView view = TRY(get_buffer(t, data));
    auto value = static_cast<uLong>(TRY(checksum_start(t, start, kCrc ? 0 : 1)));
    auto* bytes = reinterpret_cast<const Bytef*>(view.data());
    value = kCrc ? crc32_z(value, bytes, view.size()) : adler32_z(value, bytes, view.size());
    TRY(charge_work(t, view.size() / 32));
    return static_cast<int64_t>(value & 0xffffffff);
}

// ------------------------------------------------------------------------------------------------ objects

Ref stream_new(Thread& t, ModuleObject* module, bool compressing) {
    Ref none = TRY(bytes_from(t, {}));
    auto* s =
        allocate<StreamObject>(t, compressing ? state_of(module).compress_type : state_of(module).decompress_type);
    if (!s) return Failed{};
    prepare(t, &s->stream);
    s->open = s->finished = s->busy = false;
    s->compressing = compressing;
    s->level = 0;
    s->unused = none.copy().release();
    s->unconsumed = none.release();
    s->dictionary = Value::unbound();
    s->module = own(module).release();
    return Ref::steal(s);
}
void stream_dealloc(Interpreter& interp, Object* o) {
    auto* s = static_cast<StreamObject*>(o);
    if (s->open) s->compressing ? deflateEnd(&s->stream) : inflateEnd(&s->stream);
    for (Value v : {s->unused, s->unconsumed, s->dictionary, s->module}) decref(v);
    free_object(interp, o);
}
ModuleObject* module_of(StreamObject* s) { return s->module.as<ModuleObject>(); }

// One thread at a time uses a stream; another one would find it half changed.
class StreamUse {
  public:
    explicit StreamUse(StreamObject* s) : held_(own(s)), stream_(s) { s->busy = true; }
    ~StreamUse() { stream_->busy = false; }

  private:
    Ref held_;
    StreamObject* stream_;
};
Status check_free(Thread& t, StreamObject* s) {
    if (s->busy) return raise(t, Exc::RuntimeError, "the stream is in use");
    return ok();
}

Ref zlib_compressobj(Thread& t, ModuleObject* module, Optional<int64_t> level, Optional<int64_t> method,
                     Optional<int64_t> wbits, Optional<int64_t> memory, Optional<int64_t> strategy, Value dictionary) {
    if (!dictionary.is_unbound() && !dictionary.is_none() && !has_buffer(t, dictionary))
        return raise(t, Exc::TypeError, "a bytes-like object is required, not '%s'", type_name_of(t, dictionary));
    Ref made = TRY(stream_new(t, module, true));
    auto* s = made.as<StreamObject>();
    int code =
        deflateInit2(&s->stream, static_cast<int>(level.value_or(Z_DEFAULT_COMPRESSION)),
                     static_cast<int>(method.value_or(Z_DEFLATED)), static_cast<int>(wbits.value_or(MAX_WBITS)),
                     static_cast<int>(memory.value_or(8)), static_cast<int>(strategy.value_or(Z_DEFAULT_STRATEGY)));
    if (code == Z_MEM_ERROR) return raise(t, Exc::MemoryError, "Can't allocate memory for compression object");
    if (code == Z_STREAM_ERROR) return raise(t, Exc::ValueError, "Invalid initialization option");
    if (code != Z_OK) return zlib_error(t, module, s->stream, code, "while creating compression object");
    s->open = true;
    if (dictionary.is_unbound() || dictionary.is_none()) return made;
    BufferView words = TRY(get_buffer(t, dictionary));
    code = deflateSetDictionary(&s->stream, reinterpret_cast<Bytef*>(words.data()), static_cast<uInt>(words.size()));
    if (code == Z_STREAM_ERROR) return raise(t, Exc::ValueError, "Invalid dictionary");
    if (code != Z_OK) return raise(t, Exc::ValueError, "deflateSetDictionary()");
    return made;
}
Status set_dictionary(Thread& t, StreamObject* s) {
    BufferView words = TRY(get_buffer(t, s->dictionary));
    int code =
        inflateSetDictionary(&s->stream, reinterpret_cast<Bytef*>(words.data()), static_cast<uInt>(words.size()));
    if (code != Z_OK) return zlib_error(t, module_of(s), s->stream, code, "while setting zdict");
    return ok();
}
Ref zlib_decompressobj(Thread& t, ModuleObject* module, Optional<int64_t> wbits, Value dictionary) {
    if (!dictionary.is_unbound() && !has_buffer(t, dictionary))
        return raise(t, Exc::TypeError, "zdict argument must support the buffer protocol");
    Ref made = TRY(stream_new(t, module, false));
    auto* s = made.as<StreamObject>();
    int window = static_cast<int>(wbits.value_or(MAX_WBITS));
    int code = inflateInit2(&s->stream, window);
    if (code == Z_MEM_ERROR) return raise(t, Exc::MemoryError, "Can't allocate memory for decompression object");
    if (code == Z_STREAM_ERROR) return raise(t, Exc::ValueError, "Invalid initialization option");
    if (code != Z_OK) return zlib_error(t, module, s->stream, code, "while creating decompression object");
    s->open = true;
    s->dictionary = own(dictionary).release();
    if (!dictionary.is_unbound() && window < 0) TRY(set_dictionary(t, s));
    return made;
}

Ref compress_compress(Thread& t, StreamObject* s, Value data) {
    BufferView view = TRY(get_buffer(t, data));
    TRY(check_free(t, s));
    StreamUse use(s);
    ByteBuilder out(t);
    std::string_view input = view.view();
    int code = TRY(
        pump(t, s->stream, input, out, SIZE_MAX, Z_NO_FLUSH, [&](int flush) { return deflate(&s->stream, flush); }));
    if (code == Z_STREAM_ERROR) return zlib_error(t, module_of(s), s->stream, code, "while compressing data");
    return out.finish();
}
Ref compress_flush(Thread& t, StreamObject* s, Optional<int64_t> mode) {
    int how = static_cast<int>(mode.value_or(Z_FINISH));
    if (how == Z_NO_FLUSH) return bytes_from(t, {});
    TRY(check_free(t, s));
    StreamUse use(s);
    ByteBuilder out(t);
    std::string_view input;
    int code =
        TRY(pump(t, s->stream, input, out, SIZE_MAX, how, [&](int flush) { return deflate(&s->stream, flush); }));
    if (code == Z_STREAM_ERROR) return zlib_error(t, module_of(s), s->stream, code, "while flushing");
    if (code == Z_STREAM_END && how == Z_FINISH) {
        s->open = false;
        deflateEnd(&s->stream);
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return zlib_error(t, module_of(s), s->stream, code, "while flushing");
    }
    return out.finish();
}

// What was not used goes to unconsumed_tail, what lies behind the end to unused_data (and, while there was an unused
// rest before it, to both).
Status keep_rest(Thread& t, StreamObject* s, std::string_view rest, int code) {
    bool at_end = code == Z_STREAM_END;
    if (at_end) {
        std::string all(s->unused.as<BytesObject>()->view());
        all += rest;
        Ref joined = TRY(bytes_from(t, all));
        decref(std::exchange(s->unused, joined.release()));
    }
    if (at_end && s->unconsumed.as<BytesObject>()->length == 0) return ok();
    Ref left = TRY(bytes_from(t, rest));
    decref(std::exchange(s->unconsumed, left.release()));
    return ok();
}
int inflate_step(Thread& t, StreamObject* s, int flush, bool* failed) {
    int code = inflate(&s->stream, flush);
    if (code != Z_NEED_DICT || s->dictionary.is_unbound()) return code;
    if (!set_dictionary(t, s)) {
        *failed = true;
        return Z_NEED_DICT;
    }
    return inflate(&s->stream, flush);
}
Ref decompress_decompress(Thread& t, StreamObject* s, Value data, Value max_length) {
    BufferView view = TRY(get_buffer(t, data));
    int64_t most = TRY(size_argument(t, max_length, 0));
    if (most < 0) return raise(t, Exc::ValueError, "max_length must be non-negative");
    TRY(check_free(t, s));
    StreamUse use(s);
    ByteBuilder out(t);
    std::string_view input = view.view();
    bool failed = false;
    if (!s->open) return zlib_error(t, module_of(s), s->stream, Z_STREAM_ERROR, "while decompressing data");
    if (s->finished) {
        TRY(keep_rest(t, s, input, Z_STREAM_END));
        return bytes_from(t, {});
    }
    int code = TRY(pump(t, s->stream, input, out, most ? static_cast<size_t>(most) : SIZE_MAX, Z_SYNC_FLUSH,
                        [&](int flush) { return inflate_step(t, s, flush, &failed); }));
    if (failed) return Failed{};
    std::string rest(input);
    TRY(keep_rest(t, s, rest, code));
    if (code == Z_STREAM_END) s->finished = true;
    else if (code != Z_OK && code != Z_BUF_ERROR)
        return zlib_error(t, module_of(s), s->stream, code, "while decompressing data");
    return out.finish();
}
// At the end of its data the stream is over, after which it can be neither fed nor copied.
void end_stream(StreamObject* s) {
    s->finished = true;
    s->open = false;
    inflateEnd(&s->stream);
}
Ref decompress_flush(Thread& t, StreamObject* s, Value length) {
    if (TRY(size_argument(t, length, kFirstRoom)) <= 0)
        return raise(t, Exc::ValueError, "length must be greater than zero");
    TRY(check_free(t, s));
    StreamUse use(s);
    ByteBuilder out(t);
    std::string text(s->unconsumed.as<BytesObject>()->view());
    std::string_view input = text;
    bool failed = false;
    if (s->finished || !s->open) {
        if (s->open) TRY(keep_rest(t, s, input, Z_STREAM_END));
        if (s->open) end_stream(s);
        return bytes_from(t, {});
    }
    int code = TRY(pump(t, s->stream, input, out, SIZE_MAX, Z_FINISH,
                        [&](int flush) { return inflate_step(t, s, flush, &failed); }));
    if (failed) return Failed{};
    std::string rest(input);
    TRY(keep_rest(t, s, rest, code));
    if (code == Z_STREAM_END) end_stream(s);
    return out.finish();
}
Ref stream_copy(Thread& t, StreamObject* s) {
    TRY(check_free(t, s));
    Ref made = TRY(stream_new(t, module_of(s), s->compressing));
    auto* copy = made.as<StreamObject>();
    int code = !s->open         ? Z_STREAM_ERROR
               : s->compressing ? deflateCopy(&copy->stream, &s->stream)
                                : inflateCopy(&copy->stream, &s->stream);
    if (code == Z_STREAM_ERROR) return raise(t, Exc::ValueError, "Inconsistent stream state");
    if (code != Z_OK) return raise_memory_error(t);
    copy->open = true;
    copy->finished = s->finished;
    decref(std::exchange(copy->unused, own(s->unused).release()));
    decref(std::exchange(copy->unconsumed, own(s->unconsumed).release()));
    copy->dictionary = own(s->dictionary).release();
    return made;
}
Value get_unused(Thread&, Value self) { return own(self.as<StreamObject>()->unused).release(); }
Value get_unconsumed(Thread&, Value self) { return own(self.as<StreamObject>()->unconsumed).release(); }
Value get_eof(Thread&, Value self) { return Value::boolean(self.as<StreamObject>()->finished); }

constexpr MethodDef kCompressMethods[] = {
    method<compress_compress>("compress", "(self, data, /)", "Returns a bytes object containing compressed data."),
    method<stream_copy>("copy", "(self, /)", "Return a copy of the compression object."),
    method<compress_flush>("flush", "(self, mode=zlib.Z_FINISH, /)",
                           "Return a bytes object containing any remaining compressed data."),
};
constexpr MethodDef kDecompressMethods[] = {
    method<stream_copy>("copy", "(self, /)", "Return a copy of the decompression object."),
    method<decompress_decompress>("decompress", "(self, data, /, max_length=0)",
                                  "Return a bytes object containing the decompressed data."),
    method<decompress_flush>("flush", "(self, length=zlib.DEF_BUF_SIZE, /)",
                             "Return a bytes object containing any remaining decompressed data."),
};
constexpr GetSetDef kDecompressGetSets[] = {{"unused_data", get_unused, nullptr, nullptr},
                                            {"unconsumed_tail", get_unconsumed, nullptr, nullptr},
                                            {"eof", get_eof, nullptr, nullptr}};
constexpr TypeSpec kCompressSpec = {.name = "zlib.Compress",
                                    .basic_size = sizeof(StreamObject),
                                    .flags = kTypeInheritsGetattr,
                                    .slots = {.dealloc = stream_dealloc},
                                    .methods = kCompressMethods};
constexpr TypeSpec kDecompressSpec = {.name = "zlib.Decompress",
                                      .basic_size = sizeof(StreamObject),
                                      .flags = kTypeInheritsGetattr,
                                      .slots = {.dealloc = stream_dealloc},
                                      .methods = kDecompressMethods,
                                      .getsets = kDecompressGetSets};

constexpr MethodDef kFunctions[] = {
    function<zlib_checksum<false>>("adler32", "(data, value=1, /)", "Compute an Adler-32 checksum of data."),
    function<zlib_compress>("compress", "(module, data, /, level=Z_DEFAULT_COMPRESSION)",
                            "Returns a bytes object containing compressed data."),
    function<zlib_compressobj>(
        "compressobj",
        "(module, level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, "
        "strategy=Z_DEFAULT_STRATEGY, zdict=None)",
        "Return a compressor object."),
    function<zlib_checksum<true>>("crc32", "(data, value=0, /)", "Compute a CRC-32 checksum of data."),
    function<zlib_decompress>("decompress", "(module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)",
                              "Returns a bytes object containing the uncompressed data."),
    function<zlib_decompressobj>("decompressobj", "(module, wbits=MAX_WBITS, zdict=b'')",
                                 "Return a decompressor object."),
};

Status zlib_exec(Thread& t, ModuleObject* module) {
    TRY(module_add_exception(t, module, "zlib", "error", Exc::Exception));
    struct Row {
        const char* name;
        int value;
    };
    static constexpr Row kConstants[] = {{"MAX_WBITS", MAX_WBITS},
                                         {"DEFLATED", Z_DEFLATED},
                                         {"DEF_MEM_LEVEL", 8},
                                         {"DEF_BUF_SIZE", 16384},
                                         {"Z_NO_COMPRESSION", Z_NO_COMPRESSION},
                                         {"Z_BEST_SPEED", Z_BEST_SPEED},
                                         {"Z_BEST_COMPRESSION", Z_BEST_COMPRESSION},
                                         {"Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION},
                                         {"Z_FILTERED", Z_FILTERED},
                                         {"Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY},
                                         {"Z_RLE", Z_RLE},
                                         {"Z_FIXED", Z_FIXED},
                                         {"Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY},
                                         {"Z_NO_FLUSH", Z_NO_FLUSH},
                                         {"Z_PARTIAL_FLUSH", Z_PARTIAL_FLUSH},
                                         {"Z_SYNC_FLUSH", Z_SYNC_FLUSH},
                                         {"Z_FULL_FLUSH", Z_FULL_FLUSH},
                                         {"Z_FINISH", Z_FINISH},
                                         {"Z_BLOCK", Z_BLOCK},
                                         {"Z_TREES", Z_TREES}};
    for (const Row& row : kConstants) TRY(module_set_int(t, module, row.name, row.value));
    TRY(module_set_str(t, module, "ZLIB_VERSION", ZLIB_VERSION));
    TRY(module_set_str(t, module, "ZLIB_RUNTIME_VERSION", zlibVersion()));
    TRY(module_set_str(t, module, "__version__", "1.0"));
    RefTo<TypeObject> compress_type = TRY(type_from_spec(t.interp, t, kCompressSpec, nullptr));
    RefTo<TypeObject> decompress_type = TRY(type_from_spec(t.interp, t, kDecompressSpec, nullptr));
    auto* state = static_cast<ZlibState*>(t.heap.allocate_buffer(sizeof(ZlibState)));
    if (!state) return raise_memory_error(t);
    *state = {compress_type.release(), decompress_type.release()};
    module->state = state;
    module->free_state = [](Interpreter& interp, void* memory) {
        auto* types = static_cast<ZlibState*>(memory);
        decref(static_cast<Object*>(types->compress_type));
        decref(static_cast<Object*>(types->decompress_type));
        interp.heap.free_buffer(memory, sizeof(ZlibState));
    };
    return ok();
}

}  // namespace

extern const ModuleDef kZlibModule;
constinit const ModuleDef kZlibModule = {.name = "zlib",
                                         .doc = "Compression and decompression compatible with GNU zip.",
                                         .functions = kFunctions,
                                         .exec = zlib_exec};

}  // namespace krait
