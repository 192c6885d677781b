// _io: the module, its types per interpreter, open() and the standard streams.
#include <cerrno>

#include "builtins/modules/io_objects.h"
#include "builtins/modules/posix_paths.h"
#include "vm/object/exception_object.h"
#include "vm/runtime/host.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ types

namespace {

void release_state(Interpreter& interp, void* state) {
    interp.io = nullptr;
    auto* io = static_cast<IoState*>(state);
    for (TypeObject* type :
         {io->iobase, io->rawiobase, io->bufferediobase, io->textiobase, io->fileio, io->bytesio, io->bytes_view,
          io->stringio, io->reader, io->writer, io->random, io->pair, io->textio, io->newline_decoder, io->unsupported})
        if (type) decref(type);
    delete io;
}

Status make_type(Thread& t, const TypeSpec& spec, TypeObject* base, TypeObject** out) {
    RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, spec, base));
    *out = type.release();
    return ok();
}

Status make_unsupported(Thread& t, IoState* io) {
    TypeObject* os_error = exception_type(t.interp, Exc::OSError);
    TypeObject* value_error = exception_type(t.interp, Exc::ValueError);
    Ref name = TRY(str_from_ascii(t, "UnsupportedOperation"));
    Ref bases = TRY(tuple_pack(t, {Value::object(os_error), Value::object(value_error)}));
    RefTo<DictObject> members = TRY(dict_new(t));
    Ref module = TRY(str_from_ascii(t, "io"));
    TRY(dict_set_str(t, members.get(), t.interp.names.dunder_module, module));
    Ref type = TRY(call(t, Value::object(t.interp.type(Kind::Type)), name, bases, members.value()));
    io->unsupported = type.release().as<TypeObject>();
    return ok();
}

Status make_types(Thread& t, IoState* io) {
    TRY(make_type(t, kIOBaseSpec, nullptr, &io->iobase));
    TRY(make_type(t, kRawIOBaseSpec, io->iobase, &io->rawiobase));
    TRY(make_type(t, kBufferedIOBaseSpec, io->iobase, &io->bufferediobase));
    TRY(make_type(t, kTextIOBaseSpec, io->iobase, &io->textiobase));
    TRY(make_type(t, kFileIOSpec, io->rawiobase, &io->fileio));
    TRY(make_type(t, kBytesIOSpec, io->bufferediobase, &io->bytesio));
    TRY(make_type(t, kBytesIOViewSpec, nullptr, &io->bytes_view));
    TRY(make_type(t, kBufferedReaderSpec, io->bufferediobase, &io->reader));
    TRY(make_type(t, kBufferedWriterSpec, io->bufferediobase, &io->writer));
    TRY(make_type(t, kBufferedRandomSpec, io->bufferediobase, &io->random));
    TRY(make_type(t, kBufferedRWPairSpec, io->bufferediobase, &io->pair));
    TRY(make_type(t, kTextIOWrapperSpec, io->textiobase, &io->textio));
    TRY(make_type(t, kStringIOSpec, io->textiobase, &io->stringio));
    TRY(make_type(t, kNewlineDecoderSpec, nullptr, &io->newline_decoder));
    return make_unsupported(t, io);
}

}  // namespace

Fallible<IoState*> io_state(Thread& t) {
    if (t.interp.io) return t.interp.io;
    auto* io = new (std::nothrow) IoState{};
    if (!io) return raise_memory_error(t);
    if (!make_types(t, io)) {
        release_state(t.interp, io);
        return Failed{};
    }
    t.interp.at_exit.push_back({io, &release_state});
    return t.interp.io = io;
}

// ------------------------------------------------------------------------------------------------ open()

namespace {

struct FileMode {
    bool creating = false, reading = false, writing = false, appending = false, updating = false;
    bool text = false, binary = false, universal = false;
    std::string raw() const {
        std::string mode = creating ? "x" : reading ? "r" : writing ? "w" : appending ? "a" : "";
        return updating ? mode + "+" : mode;
    }
};

Fallible<FileMode> parse_mode(Thread& t, StrObject* mode) {
    FileMode m;
    auto invalid = [&]() -> Failed {
        return raise(t, Exc::ValueError, "invalid mode: '%.200s'", str_to_utf8(mode).c_str());
    };
    uint32_t seen = 0;
    for (size_t i = 0; i < mode->length; ++i) {
        char32_t c = mode->at(i);
        constexpr std::string_view kLetters = "xrwa+tbU";
        size_t index = c < 128 ? kLetters.find(static_cast<char>(c)) : std::string_view::npos;
        if (index == std::string_view::npos || (seen & (1u << index))) return invalid();
        seen |= 1u << index;
    }
    m.creating = seen & 1;
    m.reading = seen & 2;
    m.writing = seen & 4;
    m.appending = seen & 8;
    m.updating = seen & 16;
    m.text = seen & 32;
    m.binary = seen & 64;
    m.universal = seen & 128;
    if (m.universal) {
        if (m.creating || m.writing || m.appending || m.updating)
            return raise(t, Exc::ValueError, "mode U cannot be combined with x', 'w', 'a', or '+'");
        TRY(warn(t, Exc::DeprecationWarning, 1, "'U' mode is deprecated"));
        m.reading = true;
    }
    if (m.text && m.binary) return raise(t, Exc::ValueError, "can't have text and binary mode at once");
    if (m.creating + m.reading + m.writing + m.appending > 1)
        return raise(t, Exc::ValueError, "must have exactly one of create/read/write/append mode");
    return m;
}

struct OpenArguments {
    Value file, encoding, errors, newline, opener;
    Value mode_text;
    int64_t buffering;
    bool closefd;
};

Ref call_with(Thread& t, TypeObject* type, std::initializer_list<Value> args) {
    return call(t, Value::object(type), CallArgs{args.begin(), args.size(), nullptr});
}

Ref wrap_raw(Thread& t, IoState* io, const OpenArguments& given, const FileMode& mode, Ref& result) {
    int64_t buffering = given.buffering;
    FileIOObject* raw = result.as<FileIOObject>();
    bool terminal = TRY(fileio_is_terminal(t, raw));
    bool line_buffering = buffering == 1 || (buffering < 0 && terminal);
    if (line_buffering) buffering = -1;
    if (buffering < 0) buffering = raw->block_size > 1 ? raw->block_size : kDefaultBufferSize;
    if (buffering == 0) {
        if (!mode.binary) return raise(t, Exc::ValueError, "can't have unbuffered text I/O");
        return std::move(result);
    }
    TypeObject* type = mode.updating                                     ? io->random
                       : mode.creating || mode.writing || mode.appending ? io->writer
                       : mode.reading                                    ? io->reader
                                                                         : nullptr;
    if (!type)
        return raise(t, Exc::ValueError, "unknown mode: '%.200s'",
                     str_to_utf8(given.mode_text.as<StrObject>()).c_str());
    Ref size = TRY(make_int(t, buffering));
    result = TRY(call_with(t, type, {result, size}));
    if (mode.binary) return std::move(result);
    result = TRY(call_with(t, io->textio,
                           {result, given.encoding, given.errors, given.newline, Value::boolean(line_buffering)}));
    TRY(set_attribute_named(t, result, "mode", given.mode_text));
    return std::move(result);
}

Status check_text(Thread& t, Value v, int number) {
    if (v.is_none() || as_str(v)) return ok();
    return raise(t, Exc::TypeError, "open() argument %d must be str or None, not %.200s", number, type_name_of(t, v));
}

// Strings with a NUL are refused where C strings are wanted.
Status check_no_nul(Thread& t, Value v) {
    StrObject* s = as_str(v);
    if (s && str_find_char(s, 0, 0, s->length) >= 0) return raise(t, Exc::ValueError, "embedded null character");
    return ok();
}

Ref open_file(Thread& t, OpenArguments& given) {
    bool number = is_int_like(given.file) || is_float_like(given.file);
    Ref path = number ? own(given.file) : TRY(path_object(t, given.file));
    TRY(check_no_nul(t, given.mode_text));
    FileMode mode = TRY(parse_mode(t, given.mode_text.as<StrObject>()));
    if (mode.binary) {
        for (auto [value, name] : {std::pair(given.encoding, "encoding"), std::pair(given.errors, "errors"),
                                   std::pair(given.newline, "newline")})
            if (!value.is_none())
                return raise(t, Exc::ValueError, "binary mode doesn't take %s %s argument", name[0] == 'e' ? "an" : "a",
                             name);
    }
    IoState* io = TRY(io_state(t));
    Ref raw_mode = TRY(str_from_ascii(t, mode.raw()));
    Ref raw = TRY(call_with(t, io->fileio, {path, raw_mode, Value::boolean(given.closefd), given.opener}));
    Ref result = raw.copy();
    Ref opened = wrap_raw(t, io, given, mode, result);
    if (opened) return opened;
    // What is open already is closed again.
    Ref failure = fetch_exception(t);
    Ref closed =
        call_method(t, result.failed() || result.get().is_unbound() ? raw.get() : result.get(), t.interp.names.close);
    TRY(chain_failure(t, std::move(failure)));
    return Failed{};
}

Ref io_open(Thread& t, Value file, Value mode, Value buffering, Value encoding, Value errors, Value newline,
            Value closefd, Value opener) {
    auto or_none = [](Value v) { return v.is_unbound() ? Value::none() : v; };
    OpenArguments given{file, or_none(encoding), or_none(errors), or_none(newline), or_none(opener), mode, -1, true};
    if (mode.is_unbound()) given.mode_text = Value::object(t.interp.single_chars['r']);
    if (!as_str(given.mode_text))
        return raise(t, Exc::TypeError, "open() argument 2 must be str, not %.200s", argument_type_name(t, mode));
    if (!buffering.is_unbound()) {
        if (is_float_like(buffering)) return raise(t, Exc::TypeError, "integer argument expected, got float");
        Ref index = as_index(t, buffering);
        if (index.failed()) {
            if (!pending_matches(t, Exc::TypeError)) return Failed{};
            clear_exception(t);
            return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, buffering));
        }
        given.buffering = TRY(int_to_i64(t, index, "Python int too large to convert to C int"));
    }
    TRY(check_text(t, given.encoding, 4));
    TRY(check_text(t, given.errors, 5));
    TRY(check_text(t, given.newline, 6));
    if (!closefd.is_unbound()) given.closefd = TRY(is_true(t, closefd));
    return open_file(t, given);
}

constexpr MethodDef kFunctions[] = {
    function<io_open>(
        "open", "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
        "Open file and return a stream. Raise OSError upon failure.\n\nfile is a path or a descriptor. mode: "
        "'r' read (default), 'w' write, truncating, 'x' create and write, 'a' append, 'b' binary, 't' text "
        "(default), '+' update. buffering: 0 none (binary only), 1 by lines, more: size of the buffer."),
};

// builtins.open and _io.open are one function.
Status share_open(Thread& t, ModuleObject* module) {
    StrObject* name = intern_utf8(t, "open");
    if (!name) return Failed{};
    if (!t.interp.builtins_module) return ok();
    Value present = dict_get_str(t, t.interp.builtins_module->dict, name);
    if (present.is_error()) return Failed{};
    if (!is_kind(present, Kind::NativeFunction) ||
        present.as<NativeFunctionObject>()->def->function != kFunctions[0].function)
        return ok();
    return module_set(t, module, "open", present);
}

Status io_exec(Thread& t, ModuleObject* module) {
    IoState* io = TRY(io_state(t));
    const std::pair<const char*, TypeObject*> types[] = {
        {"_IOBase", io->iobase},
        {"_RawIOBase", io->rawiobase},
        {"_BufferedIOBase", io->bufferediobase},
        {"_TextIOBase", io->textiobase},
        {"FileIO", io->fileio},
        {"BytesIO", io->bytesio},
        {"StringIO", io->stringio},
        {"BufferedReader", io->reader},
        {"BufferedWriter", io->writer},
        {"BufferedRandom", io->random},
        {"BufferedRWPair", io->pair},
        {"TextIOWrapper", io->textio},
        {"IncrementalNewlineDecoder", io->newline_decoder},
        {"UnsupportedOperation", io->unsupported},
        {"BlockingIOError", exception_type(t.interp, Exc::BlockingIOError)}};
    for (auto [name, type] : types) TRY(module_set(t, module, name, Value::object(type)));
    TRY(module_set_int(t, module, "DEFAULT_BUFFER_SIZE", kDefaultBufferSize));
    return share_open(t, module);
}

}  // namespace

std::span<const MethodDef> io_open_row() { return kFunctions; }

// ------------------------------------------------------------------------------------------------ for other modules

Fallible<bool> text_write_fast(Thread& t, Value file, StrObject* text) {
    if (has_spec(file, kTextIOWrapperSpec)) {
        TRY(textio_write_str(t, file.as<TextIOObject>(), text));
        return true;
    }
    if (has_spec(file, kStringIOSpec)) {
        TRY(stringio_write_str(t, file.as<StringIOObject>(), text));
        return true;
    }
    return false;
}

Ref make_standard_stream(Thread& t, int fd, const char* mode, const char* name, const StreamStyle& style) {
    FileStatus status;
    if (t.interp.host->status(fd, &status) == -EBADF) return own(Value::none());
    IoState* io = TRY(io_state(t));
    bool writing = mode[0] == 'w';
    Ref mode_text = TRY(str_from_ascii(t, mode));
    Ref raw = TRY(call_with(t, io->fileio, {Value::small_int(fd), mode_text, Value::false_value()}));
    Ref name_text = TRY(str_from_utf8(t, name));
    TRY(set_attribute_named(t, raw, "name", name_text));
    bool direct = style.unbuffered && writing;
    Ref buffer = direct ? raw.copy() : TRY(call_with(t, writing ? io->writer : io->reader, {raw}));
    Ref encoding = TRY(str_from_utf8(t, style.encoding));
    Ref errors_text = TRY(str_from_utf8(t, style.errors.empty() ? "strict" : style.errors));
    Value newline = Value::object(t.interp.single_chars['\n']);
    Ref stream = TRY(call_with(t, io->textio,
                               {buffer, encoding, errors_text, newline, Value::boolean(style.line_by_line),
                                Value::boolean(direct)}));
    TRY(set_attribute_named(t, stream, "mode", mode_text));
    return stream;
}

Ref make_standard_stream(Thread& t, int fd, StreamStyle style) {
    style.line_by_line = style.line_by_line || fd == 2 || t.interp.host->is_terminal(fd);
    if (fd == 0) return make_standard_stream(t, 0, "r", "<stdin>", style);
    if (fd == 1) return make_standard_stream(t, 1, "w", "<stdout>", style);
    style.errors = "backslashreplace";
    return make_standard_stream(t, 2, "w", "<stderr>", style);
}

void flush_standard_streams(Thread& t) {
    for (const char* name : {"stdout", "stderr"}) {
        Ref stream = sys_get(t, name);
        if (!stream.failed() && !stream.get().is_unbound() && !stream.get().is_none()) {
            auto closed = stream_is_closed(t, stream);
            if (!closed) clear_exception(t);
            if (!closed || !closed.value()) (void)bool(call_method(t, stream, t.interp.names.flush));
        }
        if (t.has_exception()) clear_exception(t);
    }
}

extern const ModuleDef kIoModule;
constinit const ModuleDef kIoModule = {"_io",
                                       "The io module provides the Python interfaces to stream handling. The builtin "
                                       "open function is defined in this module.",
                                       kFunctions, io_exec};

}  // namespace krait
