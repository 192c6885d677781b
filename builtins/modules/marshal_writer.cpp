// Objects to marshal bytes. Objects that something else refers to are entered in a table from the first time they are
// written, and written as a reference afterwards (version 3 and later). No Python code runs while the table is in use.
#include <cstring>
#include <vector>

#include "builtins/modules/marshal.h"
#include "builtins/modules/marshal_format.h"
#include "support/float_text.h"
#include "support/hash.h"
#include "vm/error/raise.h"
#include "vm/object/buffer.h"
#include "vm/object/code_object.h"
#include "vm/object/number_object.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

using namespace marshal;

// Growing byte buffer in the accounted heap.
class Output {
  public:
    explicit Output(Heap& heap) : heap_(heap) {}
    ~Output() { heap_.free_buffer(data_, capacity_); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    void bytes(const void* from, size_t n) {
        if (n > capacity_ - size_ && !grow(n)) return;
        std::memcpy(data_ + size_, from, n);
        size_ += n;
    }
    void byte(uint8_t b) { bytes(&b, 1); }
    template <class T>
    void little_endian(T value) {
        uint8_t raw[sizeof(T)];
        for (size_t i = 0; i < sizeof(T); ++i) raw[i] = static_cast<uint8_t>(static_cast<uint64_t>(value) >> (8 * i));
        bytes(raw, sizeof raw);
    }
    bool failed() const { return failed_; }
    std::string_view view() const { return {data_, size_}; }

  private:
    bool grow(size_t n) {
        size_t wanted = size_ + n, capacity = capacity_ ? capacity_ * 2 : 256;
        if (wanted < n) failed_ = true;
        if (capacity < wanted) capacity = wanted;
        void* grown = failed_ ? nullptr : heap_.resize_buffer(data_, capacity_, capacity);
        if (!grown) {
            failed_ = true;
            return false;
        }
        data_ = static_cast<char*>(grown);
        capacity_ = capacity;
        return true;
    }

    Heap& heap_;
    char* data_ = nullptr;
    size_t size_ = 0, capacity_ = 0;
    bool failed_ = false;
};

// Value to index, in the accounted heap. 0 is no Value.
class Table {
  public:
    explicit Table(Heap& heap) : heap_(heap) {}
    ~Table() { heap_.free_buffer(entries_, capacity_ * sizeof(Entry)); }
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    // Index of a value entered before; -1: entered now; -2: no memory.
    int64_t find_or_enter(Value v) {
        if ((count_ + 1) * 2 > capacity_ && !grow()) return -2;
        Entry& e = entries_[place(entries_, capacity_, v.bits)];
        if (e.bits) return e.index;
        e = {v.bits, static_cast<uint32_t>(count_++)};
        return -1;
    }

  private:
    struct Entry {
        uint64_t bits;
        uint32_t index;
    };
    static size_t place(const Entry* entries, size_t capacity, uint64_t bits) {
        size_t i = hash_mix(bits) & (capacity - 1);
        while (entries[i].bits && entries[i].bits != bits) i = (i + 1) & (capacity - 1);
        return i;
    }
    bool grow() {
        size_t capacity = capacity_ ? capacity_ * 2 : 64;
        auto* entries = static_cast<Entry*>(heap_.allocate_buffer(capacity * sizeof(Entry)));
        if (!entries) return false;
        std::memset(static_cast<void*>(entries), 0, capacity * sizeof(Entry));
        for (size_t i = 0; i < capacity_; ++i)
            if (entries_[i].bits) entries[place(entries, capacity, entries_[i].bits)] = entries_[i];
        heap_.free_buffer(entries_, capacity_ * sizeof(Entry));
        entries_ = entries;
        capacity_ = capacity;
        return true;
    }

    Heap& heap_;
    Entry* entries_ = nullptr;
    size_t capacity_ = 0, count_ = 0;
};

class Writer {
  public:
    Writer(Thread& t, int version) : thread_(t), version_(version), out_(t.heap), table_(t.heap) {}
    Ref write(Value root) {
        object(root);
        if (error_ == Error::None && out_.failed()) error_ = Error::Memory;
        switch (error_) {
            case Error::None: return bytes_from(thread_, out_.view());
            case Error::Memory: return raise_memory_error(thread_);
            case Error::Time: return raise_time_limit(thread_);
            case Error::Raised: return Failed{};
            case Error::Depth:
                return raise(thread_, Exc::ValueError, "object too deeply nested to marshal");
            case Error::Kind: break;
        }
        return raise(thread_, Exc::ValueError, "unmarshallable object");
    }

  private:
    enum class Error { None, Kind, Depth, Memory, Time, Raised };

    void fail(Error e) {
        if (error_ == Error::None) error_ = e;
    }
    bool go_on() const { return error_ == Error::None && !out_.failed(); }
    void object(Value v);
    bool singleton(Value v);
    bool reference(Value v, uint8_t* flag);
    void contents(Value v, uint8_t flag);
    void integer(Value v, uint8_t flag);
    void big_integer(const BigInt& value);
    void float_number(double value);
    void text(StrObject* s, uint8_t flag);
    void tuple(TupleObject* tuple, uint8_t flag);
    void code(CodeObject* code);
    bool size(uint64_t n) {
        if (n > INT32_MAX) fail(Error::Kind);
        else out_.little_endian(static_cast<uint32_t>(n));
        return n <= INT32_MAX;
    }
    void sized(std::string_view data) {
        if (size(data.size())) out_.bytes(data.data(), data.size());
    }

    Thread& thread_;
    int version_;
    Output out_;
    Table table_;
    Error error_ = Error::None;
    unsigned depth_ = 0;
    uint64_t written_ = 0;
};

bool Writer::singleton(Value v) {
    uint8_t code = 0;
    if (v.is_none()) code = kNone;
    else if (v.is_true()) code = kTrue;
    else if (v.is_false()) code = kFalse;
    else if (v.is_ellipsis()) code = kEllipsis;
    else if (v == Value::object(thread_.interp.exceptions[static_cast<size_t>(Exc::StopIteration)]))
        code = kStopIteration;
    if (code) out_.byte(code);
    return code != 0;
}

// True: written as a reference. Otherwise *flag tells whether the object is now in the table. An object with a single
// reference cannot come up again.
bool Writer::reference(Value v, uint8_t* flag) {
    *flag = 0;
    if (version_ < 3 || (v.is_object() && v.as_object()->refcount == 1)) return false;
    int64_t index = table_.find_or_enter(v);
    if (index == -2) fail(Error::Memory);
    if (index < 0) {
        *flag = kFlagRef;
        return index == -2;
    }
    out_.byte(kRef);
    out_.little_endian(static_cast<uint32_t>(index));
    return true;
}

void Writer::object(Value v) {
    char here;
    if (!go_on()) return;
    if (++written_ % kObjectsPerLook == 0 && deadline_passed(thread_)) return fail(Error::Time);
    if (++depth_ > kMaxDepth || &here < thread_.native_limit) {
        fail(Error::Depth);
    } else if (uint8_t flag; !singleton(v) && !reference(v, &flag)) {
        contents(v, flag);
    }
    --depth_;
}

void Writer::big_integer(const BigInt& value) {
    uint64_t bits = value.bit_length(), digits = (bits + kDigitBits - 1) / kDigitBits;
    if (digits > INT32_MAX) return fail(Error::Kind);
    std::vector<uint8_t> magnitude(bits / 8 + 3);
    BigInt absolute;
    if (BigInt::absolute(value, &absolute) != BigIntStatus::Ok || !absolute.to_bytes(magnitude, true, false))
        return fail(Error::Memory);
    auto count = static_cast<int32_t>(digits);
    out_.little_endian(static_cast<uint32_t>(value.is_negative() ? -count : count));
    for (uint64_t i = 0; i < digits; ++i) {
        uint64_t bit = i * kDigitBits;
        uint32_t window = 0;
        for (unsigned k = 0; k < 3 && bit / 8 + k < magnitude.size(); ++k)
            window |= uint32_t{magnitude[bit / 8 + k]} << (8 * k);
        out_.little_endian(static_cast<uint16_t>(window >> (bit % 8) & kDigitMask));
    }
}

void Writer::integer(Value v, uint8_t flag) {
    if (v.is_int() && v.as_int() >= INT32_MIN && v.as_int() <= INT32_MAX) {
        out_.byte(kInt | flag);
        return out_.little_endian(static_cast<int32_t>(v.as_int()));
    }
    out_.byte(kLong | flag);
    if (v.is_int()) return big_integer(BigInt(v.as_int()));
    IntView number(v);
    size_t bytes = number->words().size_bytes() * 2;
    if (!thread_.heap.charge(bytes)) return fail(Error::Memory);
    big_integer(number);
    thread_.heap.uncharge(bytes);
}

void Writer::float_number(double value) {
    if (version_ > 1) return out_.little_endian(std::bit_cast<uint64_t>(value));
    FloatFormat format;
    format.precision = 17;
    std::string digits = format_float(value, format);
    out_.byte(static_cast<uint8_t>(digits.size()));
    out_.bytes(digits.data(), digits.size());
}

void Writer::text(StrObject* s, uint8_t flag) {
    bool interned = (s->flags & kInterned) != 0;
    if (version_ >= 4 && s->ascii()) {
        bool brief = s->length < 256;
        out_.byte((brief ? interned ? kShortAsciiInterned : kShortAscii : interned ? kAsciiInterned : kAscii) | flag);
        if (!brief) return sized(s->ascii_view());
        out_.byte(static_cast<uint8_t>(s->length));
        return out_.bytes(s->data, s->length);
    }
    out_.byte((version_ >= 3 && interned ? kInternedText : kUnicode) | flag);
    if (s->ascii()) return sized(s->ascii_view());
    if (!thread_.heap.charge(s->length * 3)) return fail(Error::Memory);
    Fallible<std::string> utf8 = str_to_utf8_in_stretches(thread_, s);
    if (utf8) sized(utf8.value());
    else fail(Error::Raised);
    thread_.heap.uncharge(s->length * 3);
}

void Writer::tuple(TupleObject* items, uint8_t flag) {
    if (version_ >= 4 && items->size < 256) {
        out_.byte(kSmallTuple | flag);
        out_.byte(static_cast<uint8_t>(items->size));
    } else {
        out_.byte(kTuple | flag);
        size(items->size);
    }
    for (uint32_t i = 0; i < items->size && go_on(); ++i) object(items->items[i]);
}

void Writer::code(CodeObject* c) {
    for (int32_t number : {c->argcount, c->kwonlyargcount, c->nlocals, c->stacksize}) out_.little_endian(number);
    out_.little_endian(c->flags);
    for (Object* part : {static_cast<Object*>(c->code), static_cast<Object*>(c->consts), static_cast<Object*>(c->names),
                         static_cast<Object*>(c->varnames), static_cast<Object*>(c->freevars),
                         static_cast<Object*>(c->cellvars), static_cast<Object*>(c->filename),
                         static_cast<Object*>(c->name)})
        object(Value::object(part));
    out_.little_endian(c->firstlineno);
    object(Value::object(c->lnotab));
}

void Writer::contents(Value v, uint8_t flag) {
    if (v.is_int() || is_kind(v, Kind::Int)) return integer(v, flag);
    if (v.is_float() || is_kind(v, Kind::Float)) {
        out_.byte((version_ > 1 ? kBinaryFloat : kFloat) | flag);
        return float_number(float_value(v));
    }
    switch (v.is_object() ? v.as_object()->kind : Kind::Other) {
        case Kind::Complex:
            out_.byte((version_ > 1 ? kBinaryComplex : kComplex) | flag);
            float_number(v.as<ComplexObject>()->real);
            return float_number(v.as<ComplexObject>()->imag);
        case Kind::Bytes: out_.byte(kString | flag); return sized(v.as<BytesObject>()->view());
        case Kind::ByteArray: out_.byte(kString | flag); return sized(v.as<ByteArrayObject>()->view());
        case Kind::Str: return text(v.as<StrObject>(), flag);
        case Kind::Tuple: return tuple(v.as<TupleObject>(), flag);
        case Kind::List: {
            auto* list = v.as<ListObject>();
            out_.byte(kList | flag);
            size(list->size);
            for (uint32_t i = 0; i < list->size && go_on(); ++i) object(list->items[i]);
            return;
        }
        case Kind::Dict: {
            out_.byte(kDict | flag);
            Value key, value;
            for (size_t position = 0; go_on() && dict_next_nocall(v.as<DictObject>(), &position, &key, &value);) {
                object(key);
                object(value);
            }
            return out_.byte(kNull);
        }
        case Kind::Set:
        case Kind::FrozenSet: {
            auto* set = v.as<SetObject>();
            out_.byte((is_kind(v, Kind::Set) ? kSet : kFrozenSet) | flag);
            size(set->used);
            Value key;
            for (size_t position = 0; go_on() && set_next_nocall(set, &position, &key);) object(key);
            return;
        }
        case Kind::Code: out_.byte(kCode | flag); return code(v.as<CodeObject>());
        default: break;
    }
    if (!v.is_object() || !has_buffer(thread_, v)) return fail(Error::Kind);
    out_.byte(kString | flag);
    auto view = get_buffer(thread_, v);
    if (view) return sized(view.value().view());
    clear_exception(thread_);
    fail(Error::Kind);
}

}  // namespace

Ref marshal_write(Thread& t, Value object, int version) {
    Ref held = own(object);
    return Writer(t, version).write(object);
}

}  // namespace krait
