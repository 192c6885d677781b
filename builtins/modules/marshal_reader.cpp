// Marshal bytes to objects. Nothing in the data is believed: sizes are compared with what is left, references must name
// an object that exists, nesting is limited. No Python code runs: all objects are exact built-in types.
//
// Lists, dicts, sets and tuples are entered in the reference list before their items are read, so that recursive data
// comes back as it was; a tuple's items read as None until then. Frozen sets and code objects are entered when
// complete.
#include <bit>
#include <vector>

#include "builtins/modules/marshal.h"
#include "builtins/modules/marshal_format.h"
#include "support/float_text.h"
#include "vm/error/raise.h"
#include "vm/object/code_object.h"
#include "vm/object/empty_frozenset.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

using namespace marshal;

class Reader {
  public:
    Reader(Thread& t, std::string_view data) : thread_(t), data_(data) {}
    // The root: NULL is no object.
    Ref root() {
        RefTo<ListObject> refs = TRY(list_new(thread_));
        refs_ = std::move(refs);
        return item("object");
    }
    size_t used() const { return at_; }

  private:
    Ref object();                       // UNBOUND for NULL
    Ref item(const char* container);    // NULL is a TypeError
    Ref contents(uint8_t code, bool flag);
    Ref integer(int64_t n, bool flag) { return enter(make_int(thread_, n), flag); }
    Ref big_integer();
    Fallible<double> float_text();
    Fallible<double> binary_float();
    Ref text(uint8_t code);
    Ref bytes();
    Ref reference();
    Ref tuple(size_t n, bool flag);
    Ref list(bool flag);
    Ref dict(bool flag);
    Ref set(bool frozen, bool flag);
    Ref code(bool flag);

    size_t left() const { return data_.size() - at_; }
    Failed too_short() { return raise(thread_, Exc::EOFError, "marshal data too short"); }
    Failed bad(const char* what) { return raise(thread_, Exc::ValueError, "bad marshal data (%s)", what); }
    Fallible<std::string_view> take(size_t n) {
        if (n > left()) return too_short();
        std::string_view part = data_.substr(at_, n);
        at_ += n;
        return part;
    }
    template <class T>
    Fallible<T> number() {
        std::string_view raw = TRY(take(sizeof(T)));
        uint64_t value = 0;
        for (size_t i = 0; i < sizeof(T); ++i) value |= uint64_t{static_cast<uint8_t>(raw[i])} << (8 * i);
        return static_cast<T>(value);
    }
    // Count of items, each of which takes `least` bytes or more.
    Fallible<size_t> count(const char* complaint, size_t least = 1) {
        int32_t n = TRY(number<int32_t>());
        if (n < 0) return bad(complaint);
        if (static_cast<size_t>(n) * least > left()) return too_short();
        return static_cast<size_t>(n);
    }

    // The list of references.
    Ref enter(Ref value, bool flag) {
        if (flag && !value.failed()) TRY(list_append(thread_, refs_.get(), value));
        return value;
    }
    Fallible<uint32_t> reserve(bool flag) {
        uint32_t index = refs_->size;
        if (flag) TRY(list_append(thread_, refs_.get(), Value::empty()));   // EMPTY: not complete yet
        return index;
    }
    void complete(uint32_t index, bool flag, Value value) {
        if (flag) refs_->items[index] = own(value).release();
    }

    Thread& thread_;
    std::string_view data_;
    size_t at_ = 0;
    uint64_t objects_ = 0;
    unsigned depth_ = 0;
    RefTo<ListObject> refs_;
};

Ref Reader::item(const char* container) {
    Ref value = TRY(object());
    if (value.get().is_unbound())
        return raise(thread_, Exc::TypeError, "NULL object in marshal data for %s", container);
    return value;
}

Ref Reader::object() {
    char here;
    if (left() == 0) return raise(thread_, Exc::EOFError, "EOF read where object expected");
    if (depth_ >= kMaxDepth || &here < thread_.native_limit)
        return raise(thread_, Exc::ValueError, "recursion limit exceeded");
    if (++objects_ % kObjectsPerLook == 0) TRY(check_deadline(thread_));
    auto byte = static_cast<uint8_t>(data_[at_++]);
    ++depth_;
    Ref value = contents(byte & static_cast<uint8_t>(~kFlagRef), (byte & kFlagRef) != 0);
    --depth_;
    return value;
}

Ref Reader::big_integer() {
    int32_t signed_count = TRY(number<int32_t>());
    if (signed_count == INT32_MIN) return bad("long size out of range");
    size_t digits = static_cast<size_t>(signed_count < 0 ? -signed_count : signed_count);
    if (digits * 2 > left()) return too_short();
    size_t byte_count = digits * kDigitBits / 8 + 3;
    if (!thread_.heap.charge(byte_count)) return raise_memory_error(thread_);
    std::vector<uint8_t> magnitude(byte_count);
    thread_.heap.uncharge(byte_count);
    for (size_t i = 0; i < digits; ++i) {
        uint32_t digit = TRY(number<uint16_t>());
        if (digit > kDigitMask) return bad("digit out of range in long");
        if (digit == 0 && i + 1 == digits) return bad("unnormalized long data");
        size_t bit = i * kDigitBits;
        uint32_t window = digit << (bit % 8);
        for (unsigned k = 0; k < 3; ++k) magnitude[bit / 8 + k] |= static_cast<uint8_t>(window >> (8 * k));
    }
    BigInt value, result;
    if (BigInt::from_bytes(magnitude, true, false, &value) != BigIntStatus::Ok) return raise_memory_error(thread_);
    if (signed_count >= 0) return make_int(thread_, std::move(value));
    if (BigInt::negate(value, &result) != BigIntStatus::Ok) return raise_memory_error(thread_);
    return make_int(thread_, std::move(result));
}

Fallible<double> Reader::float_text() {
    uint8_t n = TRY(number<uint8_t>());
    std::string_view digits = TRY(take(n));
    std::optional<double> value = parse_float(digits);
    if (!value) return raise(thread_, Exc::ValueError, "could not convert string to float");
    return *value;
}

Fallible<double> Reader::binary_float() { return std::bit_cast<double>(TRY(number<uint64_t>())); }

Ref Reader::bytes() {
    size_t n = TRY(count("bytes object size out of range"));
    return bytes_from(thread_, TRY(take(n)));
}

Ref Reader::text(uint8_t type) {
    size_t n;
    if (type == kShortAscii || type == kShortAsciiInterned) n = TRY(number<uint8_t>());
    else n = TRY(count("string size out of range"));
    std::string_view raw = TRY(take(n));
    bool utf8 = type == kUnicode || type == kInternedText;
    Ref made;
    if (utf8) {
        Utf8Error error;
        made = TRY(str_from_utf8_unless(thread_, raw, &error));
        if (error) {
            Ref source = TRY(bytes_from(thread_, raw));
            return raise_unicode_decode_error(thread_, "utf-8", source, error.position, error.position + error.length,
                                              std::string(to_string(error.fault)).c_str());
        }
    } else {
        made = TRY(str_from_latin1(thread_, raw));
    }
    if (type != kInternedText && type != kAsciiInterned && type != kShortAsciiInterned) return made;
    StrObject* interned = intern(thread_, made.as<StrObject>());
    if (!interned) return Failed{};
    return own(interned);
}

Ref Reader::reference() {
    int32_t index = TRY(number<int32_t>());
    if (index < 0 || static_cast<uint32_t>(index) >= refs_->size) return bad("invalid reference");
    Value value = refs_->items[index];
    if (value == Value::empty()) return bad("invalid reference");
    return own(value);
}

Ref Reader::tuple(size_t n, bool flag) {
    RefTo<TupleObject> result = TRY(tuple_new(thread_, n));
    for (size_t i = 0; i < n; ++i) result->items[i] = Value::none();
    if (flag) TRY(list_append(thread_, refs_.get(), result.value()));
    for (size_t i = 0; i < n; ++i) {
        Ref value = TRY(item("tuple"));
        result->items[i] = value.release();
    }
    return result;
}

Ref Reader::list(bool flag) {
    size_t n = TRY(count("list size out of range"));
    RefTo<ListObject> result = TRY(list_new(thread_));
    if (flag) TRY(list_append(thread_, refs_.get(), result.value()));
    for (size_t i = 0; i < n; ++i) {
        Ref value = TRY(item("list"));
        TRY(list_append(thread_, result.get(), value));
    }
    return result;
}

Ref Reader::dict(bool flag) {
    RefTo<DictObject> result = TRY(dict_new(thread_));
    if (flag) TRY(list_append(thread_, refs_.get(), result.value()));
    for (;;) {
        Ref key = TRY(object());
        if (key.get().is_unbound()) return result;
        Ref value = TRY(object());
        if (value.get().is_unbound()) return result;
        TRY(dict_set(thread_, result.get(), key, value));
    }
}

Ref Reader::set(bool frozen, bool flag) {
    size_t n = TRY(count("set size out of range"));
    if (frozen && n == 0) return enter(empty_frozenset(thread_), flag);
    RefTo<SetObject> result = TRY(set_new(thread_, frozen ? Kind::FrozenSet : Kind::Set));
    uint32_t index = TRY(reserve(flag));
    if (!frozen) complete(index, flag, result.value());
    for (size_t i = 0; i < n; ++i) {
        Ref value = TRY(item("set"));
        TRY(set_add(thread_, result.get(), value));
    }
    if (frozen) complete(index, flag, result.value());
    return result;
}

Ref Reader::code(bool flag) {
    uint32_t index = TRY(reserve(flag));
    CodeFields f{};
    f.argcount = TRY(number<int32_t>());
    f.kwonlyargcount = TRY(number<int32_t>());
    f.nlocals = TRY(number<int32_t>());
    f.stacksize = TRY(number<int32_t>());
    f.flags = TRY(number<uint32_t>());
    Ref parts[9];
    constexpr Kind kKinds[] = {Kind::Bytes, Kind::Tuple, Kind::Tuple, Kind::Tuple, Kind::Tuple,
                               Kind::Tuple, Kind::Str,   Kind::Str,   Kind::Bytes};
    for (int i = 0; i < 9; ++i) {
        if (i == 8) f.firstlineno = TRY(number<int32_t>());
        parts[i] = TRY(item("code"));
        if (!is_kind(parts[i], kKinds[i])) return raise_bad_internal_call(thread_, "marshal.loads");
    }
    f.code = parts[0].as<BytesObject>();
    f.consts = parts[1].as<TupleObject>();
    f.names = parts[2].as<TupleObject>();
    f.varnames = parts[3].as<TupleObject>();
    f.freevars = parts[4].as<TupleObject>();
    f.cellvars = parts[5].as<TupleObject>();
    f.filename = parts[6].as<StrObject>();
    f.name = parts[7].as<StrObject>();
    f.lnotab = parts[8].as<BytesObject>();
    RefTo<CodeObject> result = TRY(code_new(thread_, f));
    complete(index, flag, result.value());
    return result;
}

Ref Reader::contents(uint8_t type, bool flag) {
    switch (type) {
        case kNull: return Ref();
        case kNone: return own(Value::none());
        case kFalse: return own(Value::false_value());
        case kTrue: return own(Value::true_value());
        case kEllipsis: return own(Value::ellipsis());
        case kStopIteration: return own(thread_.interp.exceptions[static_cast<size_t>(Exc::StopIteration)]);
        case kInt: return integer(TRY(number<int32_t>()), flag);
        case kInt64: return integer(TRY(number<int64_t>()), flag);
        case kLong: return enter(big_integer(), flag);
        case kFloat: return enter(make_float(thread_, TRY(float_text())), flag);
        case kBinaryFloat: return enter(make_float(thread_, TRY(binary_float())), flag);
        case kComplex:
        case kBinaryComplex: {
            double real = type == kComplex ? TRY(float_text()) : TRY(binary_float());
            double imag = type == kComplex ? TRY(float_text()) : TRY(binary_float());
            return enter(make_complex(thread_, real, imag), flag);
        }
        case kString: return enter(bytes(), flag);
        case kUnicode:
        case kInternedText:
        case kAscii:
        case kAsciiInterned:
        case kShortAscii:
        case kShortAsciiInterned: return enter(text(type), flag);
        case kSmallTuple: {
            size_t n = TRY(number<uint8_t>());
            return tuple(n, flag);
        }
        case kTuple: return tuple(TRY(count("tuple size out of range")), flag);
        case kList: return list(flag);
        case kDict: return dict(flag);
        case kSet: return set(false, flag);
        case kFrozenSet: return set(true, flag);
        case kCode: return code(flag);
        case kRef: return reference();
        default: return bad("unknown type code");
    }
}

}  // namespace

Ref marshal_read(Thread& t, std::string_view data, size_t* used) {
    Reader reader(t, data);
    Ref result = reader.root();
    if (used) *used = reader.used();
    return result;
}

}  // namespace krait
