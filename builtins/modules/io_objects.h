// What the files of _io share: the layouts of its types, conversions and errors, and the entries for other modules
// (print(), sys): text_write_fast(), make_standard_stream(), flush_standard_streams().
//
// 1. Exact types are told by their spec (`type->spec == &kFileIOSpec`): classes made by Python have none.
// 2. Any call of a method of another stream may run Python code that comes back to the same object. BusyGuard keeps
//    buffered and text objects from being entered twice while their buffers are in use.
// 3. All access to files goes through the interpreter's Host.
#pragma once

#include "vm/native/module_def.h"
#include "vm/object/buffer.h"
#include "vm/protocol/protocol.h"

namespace krait {

constexpr int64_t kDefaultBufferSize = 8192;

// ------------------------------------------------------------------------------------------------ for other modules
// Writes to an exact TextIOWrapper or StringIO without a method call. False: something else, call file.write().
Fallible<bool> text_write_fast(Thread&, Value file, StrObject*);
// sys.stdin, sys.stdout, sys.stderr: a TextIOWrapper over a descriptor of the host. `mode` is "r" or "w"; `name` as in
// "<stdout>"; `errors` null: strict. None when the host has no such descriptor.
struct StreamStyle {
    std::string encoding = "UTF-8", errors;   // no errors: strict, and backslashreplace for stderr
    bool line_by_line = false;                // also when it is no terminal
    bool unbuffered = false;
};
Ref make_standard_stream(Thread&, int fd, const char* mode, const char* name, const StreamStyle&);
// sys.stdin/stdout/stderr as the command line wants them: stdout line by line on a terminal, stderr always.
Ref make_standard_stream(Thread&, int fd, StreamStyle = {});
// Pending output of sys.stdout and sys.stderr; errors are dropped. Nothing pending before or after.
void flush_standard_streams(Thread&);
// Row of open(), which is a function of builtins too.
std::span<const MethodDef> io_open_row();

// ------------------------------------------------------------------------------------------------ types
struct IoState {
    TypeObject *iobase, *rawiobase, *bufferediobase, *textiobase;
    TypeObject *fileio, *bytesio, *bytes_view, *stringio, *reader, *writer, *random, *pair, *textio, *newline_decoder;
    TypeObject* unsupported;  // UnsupportedOperation
};
// Types of this interpreter, made when they are first asked for.
Fallible<IoState*> io_state(Thread&);

extern const TypeSpec kIOBaseSpec, kRawIOBaseSpec, kBufferedIOBaseSpec, kTextIOBaseSpec;
extern const TypeSpec kFileIOSpec, kBytesIOSpec, kBytesIOViewSpec, kStringIOSpec;
extern const TypeSpec kBufferedReaderSpec, kBufferedWriterSpec, kBufferedRandomSpec, kBufferedRWPairSpec;
extern const TypeSpec kTextIOWrapperSpec, kNewlineDecoderSpec;

inline bool has_spec(Value v, const TypeSpec& spec) { return v.is_object() && v.as_object()->type->spec == &spec; }

struct FileIOObject : Object {
    int fd;  // -1: closed
    bool created, readable, writable, appending, closefd;
    bool reported;    // a ResourceWarning has said that it was left open
    bool may_block;   // a pipe, terminal or socket: other threads run meanwhile
    int8_t seekable;  // -1: not asked yet
    uint32_t block_size;
};

// Bytes of a heap that grow; freed by release().
struct ByteStore {
    char* data;
    size_t length, capacity;

    Status reserve(Thread&, size_t wanted);  // capacity
    Status append(Thread&, const char* bytes, size_t n);
    void release(Heap&);
};

struct BufferedObject : Object {
    Value raw;  // UNBOUND: not initialised or detached
    bool ready, detached, readable, writable;
    Thread* busy;          // who is inside a method
    char* buffer;
    size_t size;           // of the buffer
    size_t pos, end;       // bytes read ahead: buffer[pos, end)
    size_t pending;        // bytes to be written: buffer[0, pending); then pos == end == 0
    int64_t raw_position;  // -1: unknown
};
struct BufferedPairObject : Object {
    Value reader, writer;  // UNBOUND: not initialised
};

struct BytesIOObject : Object {
    ByteStore store;
    size_t position;
    uint32_t exports;  // getbuffer() views
    bool closed;
};

// How lines end in a text, and what is done to the ends.
enum class LineEnd : uint8_t { Lf, Cr, CrLf, Universal };
struct NewlineMode {
    Value text;         // the argument: None or str (owned)
    LineEnd read;       // what ends a line of decoded text
    bool universal;     // "\r" and "\r\n" are looked at
    bool translate;     // they become "\n"
    const char* write;  // what "\n" becomes when written; null: stays
};
enum SeenNewline : uint8_t { kSeenCr = 1, kSeenLf = 2, kSeenCrLf = 4 };
struct NewlineState {
    uint8_t seen;
    bool pending_cr;
};
// "illegal newline value: ...". `none_write`: what None writes.
Status parse_newline(Thread&, Value newline, const char* function, NewlineMode* out);
// Handles "\r" and "\r\n" of decoded text: what IncrementalNewlineDecoder does.
Ref translate_newlines(Thread&, StrObject* text, bool translate, bool final, NewlineState*);
Ref seen_newlines(Thread&, uint8_t seen);  // None, str, or tuple
// End of the line that begins at `start` (behind its line end), or -1.
int64_t find_line_end(const void* text, unsigned unit, LineEnd, size_t start, size_t end);
inline int64_t find_line_end(const StrObject* s, LineEnd how, size_t start) {
    return find_line_end(s->data, s->unit(), how, start, s->length);
}

struct StringIOObject : Object {
    char* data;               // units of the text
    size_t length, capacity;  // characters
    unsigned unit;
    size_t position;
    bool closed, ready;
    NewlineMode newline;
    NewlineState newlines;
};

enum class TextCodec : uint8_t { Utf8, Ascii, Latin1, Other };
struct TextIOObject : Object {
    Value buffer;            // UNBOUND: not initialised or detached
    Value encoding, errors;  // str
    Value encoder, decoder;  // incremental codecs of other encodings, or UNBOUND
    TextCodec codec;
    bool strict;  // errors == 'strict'
    bool ready, detached, can_read, can_write, seekable, telling, line_buffering, write_through, eof;
    bool has_snapshot;
    Thread* busy;  // who is reading a chunk
    int64_t chunk_size;
    NewlineMode newline;
    // reading
    NewlineState newlines;
    char undecoded[4];  // bytes of an incomplete UTF-8 sequence
    uint8_t undecoded_count;
    Value decoded;               // str or UNBOUND
    size_t used;                 // characters of it that were read
    double bytes_per_character;  // of the last chunk
    // state of the decoder before `snapshot_input` was decoded
    Value snapshot_input;  // bytes
    Value snapshot_state;  // bytes the decoder held
    int64_t snapshot_flags;
    // writing
    ByteStore pending;
};

struct NewlineDecoderObject : Object {
    Value decoder;  // None: input is text; UNBOUND: not initialised
    Value errors;
    bool translate;
    NewlineState state;
};

// ------------------------------------------------------------------------------------------------ helpers
Failed raise_unsupported(Thread&, const char* message);
Failed raise_closed(Thread&, const char* message = "I/O operation on closed file.");
Ref call_name(Thread&, Value object, const char* method, std::initializer_list<Value> args = {});
Ref attribute_named(Thread&, Value object, const char* name);  // AttributeError
Ref attribute_or_unbound(Thread&, Value object, const char* name);
Status set_attribute_named(Thread&, Value object, const char* name, Value);
Fallible<bool> truth_of_call(Thread&, Value object, const char* method);  // bool(object.method())
// Number of bytes or characters to read: None and missing are -1.
Fallible<int64_t> size_argument(Thread&, Value);
// Integer as CPython's "n" format takes it: "integer argument expected, got float".
Fallible<int64_t> strict_size(Thread&, Value);
// Offset in a file, from __index__; ValueError when it does not fit.
Fallible<int64_t> offset_argument(Thread&, Value);
Fallible<int64_t> whence_argument(Thread&, Value);  // missing: 0
// Bytes that may be written to: "readinto() argument must be read-write bytes-like object, not X".
Fallible<BufferView> readinto_buffer(Thread&, Value, const char* function);
Ref cannot_serialize(Thread&, Object* self);
// Signals that came during a system call are handled. Fails with what the handler raised.
Status after_interrupt(Thread&);
Failed raise_blocking(Thread&, const char* message, int64_t written);
// `first` is pending or unbound; runs `raw.close()` style calls so that both errors are chained.
Status chain_failure(Thread&, Ref first);

// `_IOBase` (io_base.cpp): what the derived types use.
Fallible<bool> stream_is_closed(Thread&, Value stream);  // the attribute `closed`
Status check_not_closed(Thread&, Value stream, const char* message = "I/O operation on closed file.");
Ref iobase_close(Thread&, Object* self);
void iobase_finalize(Thread&, Value self);
// ResourceWarning about `source`, which goes unclosed, if the descriptor below `stream` is still open.
void warn_unclosed(Thread&, Value stream, Value source);
Ref stream_dealloc_warn(Thread&, Object* self, Value source);  // method _dealloc_warn
Value iobase_self_iter(Thread&, Value self);
// Rows of __enter__ and so on live in _IOBase only.

// FileIO (io_file.cpp).
FileIOObject* exact_fileio(Value raw);
constexpr int64_t kWouldBlock = -2;
Fallible<int64_t> fileio_read_into(Thread&, FileIOObject*, char* data, size_t n);  // or kWouldBlock
Fallible<int64_t> fileio_write_from(Thread&, FileIOObject*, const char* data, size_t n);
Ref fileio_read_all(Thread&, FileIOObject*);  // bytes or None
Fallible<int64_t> fileio_seek_to(Thread&, FileIOObject*, int64_t offset, int whence);
Fallible<bool> fileio_is_terminal(Thread&, FileIOObject*);

// Buffered streams (io_buffered.cpp): entries of TextIOWrapper for exact types.
Ref buffered_read1_bytes(Thread&, BufferedObject*, int64_t n);
Status buffered_write_bytes(Thread&, BufferedObject*, const char* data, size_t n);  // all of it
Status buffered_flush_all(Thread&, BufferedObject*);
// The answer of the stream to readable() and the like; `message` of UnsupportedOperation unless it is True.
Status check_raw(Thread&, Value raw, const char* method, const char* message);

// An exact buffered stream over an open exact FileIO, in use by nobody: the common case, seen without calls.
inline bool plainly_open(Value stream) {
    if (!stream.is_object()) return false;
    const TypeSpec* spec = stream.as_object()->type->spec;
    if (spec != &kBufferedReaderSpec && spec != &kBufferedWriterSpec && spec != &kBufferedRandomSpec) return false;
    const BufferedObject* b = stream.as<BufferedObject>();
    return b->ready && !b->detached && b->buffer && !b->busy && has_spec(b->raw, kFileIOSpec) &&
           b->raw.as<FileIOObject>()->fd >= 0;
}

// TextIOWrapper and StringIO.
Status textio_write_str(Thread&, TextIOObject*, StrObject*);
Status stringio_write_str(Thread&, StringIOObject*, StrObject*);

// Notes the thread in `*busy` for a scope. A second call of the same thread is a RuntimeError "reentrant call inside
// ..."; other threads wait, and whoever has waited() looks at the object anew.
class BusyGuard {
  public:
    BusyGuard(Thread& t, Object* self, Thread** busy) : thread_(t), busy_(busy) {
        if (KRAIT_UNLIKELY(*busy != nullptr)) wait(self);
        if (!failed_) *busy = &t;
    }
    ~BusyGuard() {
        if (!failed_) release();
    }
    BusyGuard(const BusyGuard&) = delete;
    BusyGuard& operator=(const BusyGuard&) = delete;
    bool failed() const { return failed_; }

  protected:
    void fail() {
        release();
        failed_ = true;
    }

  private:
    void wait(Object* self);
    void release();
    Thread& thread_;
    Thread** busy_;
    bool failed_ = false;
};

inline void drop_owned(Value* field) {
    Value old = *field;
    *field = Value::unbound();
    decref(old);
}
inline void replace_owned(Value* field, Ref value) {
    Value old = *field;
    *field = value.release();
    decref(old);
}

}  // namespace krait
