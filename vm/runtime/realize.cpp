// CompiledCode to CodeObject. Names are interned by code_new(), equal strings of one code object tree share through it.
#include "vm/runtime/realize.h"

#include <algorithm>

#include "compiler/compiled_code.h"
#include "support/text_table.h"
#include "vm/error/raise.h"
#include "vm/object/empty_frozenset.h"
#include "vm/object/number_object.h"
#include "vm/object/str_utf8.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

RefTo<StrObject> make_str(Thread& t, std::string_view text) {
    Ref made = TRY(str_from_utf8(t, text));
    return RefTo<StrObject>::steal(made.release().as<StrObject>());
}

RefTo<BytesObject> make_bytes(Thread& t, const std::string& data) {
    Ref made = TRY(bytes_from(t, data));
    return RefTo<BytesObject>::steal(made.release().as<BytesObject>());
}

/// The interned names of one code object and those inside it: most occur many times, and this table is small enough to
/// stay close, unlike the interpreter's. The texts belong to the CompiledCode.
class NameCache {
  public:
    /// Borrowed; null on MemoryError.
    StrObject* get(Thread& t, std::string_view text) {
        uint32_t index = texts_.insert(text);
        if (index < names_.size()) return names_[index].get();
        StrObject* name = intern_utf8(t, text);
        if (!name) texts_.clear(), names_.clear();  // the caller gives up
        else names_.push_back(RefTo<StrObject>::own(name));
        return name;
    }

  private:
    TextTable texts_;
    std::vector<RefTo<StrObject>> names_;
};

struct Context {
    StrObject* filename;
    std::string_view filename_text;
    NameCache* names;
};

// The tuple stays unreachable for Python code until it is full; a failure leaves UNBOUND items, which own nothing.
RefTo<TupleObject> make_names(Thread& t, const std::vector<std::string_view>& names, const Context& context) {
    RefTo<TupleObject> tuple = TRY(tuple_new(t, names.size()));
    for (size_t i = 0; i < names.size(); ++i) {
        StrObject* name = context.names->get(t, names[i]);
        if (!name) return Failed{};
        incref(name);
        tuple->items[i] = Value::object(name);
    }
    return tuple;
}

/// What code_new() would intern: then the object need not be made first.
bool looks_like_name(std::string_view text) {
    return text.size() <= 64 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
           });
}

Ref make_string(Thread& t, const std::string& text, const Context& context) {
    if (!looks_like_name(text)) {
        if (text.size() > kPlacesPerLook) TRY(check_deadline(t));
        return str_from_utf8(t, text);
    }
    StrObject* name = context.names->get(t, text);
    if (!name) return Failed{};
    return own(Value::object(name));
}

Ref make_constant(Thread&, const Constant&, const Context&);
RefTo<CodeObject> make_code(Thread&, const CompiledCode&, const Context&);

RefTo<TupleObject> constant_tuple(Thread& t, const std::vector<Constant>& items, const Context& context) {
    RefTo<TupleObject> tuple = TRY(tuple_new(t, items.size()));
    for (size_t i = 0; i < items.size(); ++i) tuple->items[i] = TRY(make_constant(t, items[i], context)).release();
    return tuple;
}

Ref make_frozen_set(Thread& t, const std::vector<Constant>& items, const Context& context) {
    if (items.empty()) return empty_frozenset(t);
    RefTo<SetObject> set = TRY(set_new(t, Kind::FrozenSet));
    for (const Constant& item : items) {
        Ref value = TRY(make_constant(t, item, context));
        TRY(set_add(t, set.get(), value));
    }
    return set;
}

Ref make_big_integer(Thread& t, const std::string& decimal) {
    bool is_negative = !decimal.empty() && decimal[0] == '-';
    BigInt value, result;
    Poll poll = work_poll(t);
    BigIntStatus status = BigInt::from_text(std::string_view(decimal).substr(is_negative), 10, &value, &poll);
    if (status == BigIntStatus::Ok && is_negative) status = BigInt::negate(value, &result);
    else if (status == BigIntStatus::Ok) result = std::move(value);
    if (status == BigIntStatus::Interrupted) return raise_bigint(t, status);
    if (status != BigIntStatus::Ok) return raise_memory_error(t);
    return make_int(t, std::move(result));
}

Ref make_constant(Thread& t, const Constant& constant, const Context& context) {
    RecursionGuard guard(t, "");
    if (guard.failed()) return Failed{};
    switch (constant.kind()) {
        case Constant::Kind::None: return own(Value::none());
        case Constant::Kind::True: return own(Value::true_value());
        case Constant::Kind::False: return own(Value::false_value());
        case Constant::Kind::Ellipsis: return own(Value::ellipsis());
        case Constant::Kind::Int: return make_int(t, constant.as_int());
        case Constant::Kind::BigInt: return make_big_integer(t, constant.text());
        case Constant::Kind::Float: return make_float(t, constant.as_float());
        case Constant::Kind::Complex:
            return make_complex(t, constant.as_complex().real(), constant.as_complex().imag());
        case Constant::Kind::Str: return make_string(t, constant.text(), context);
        case Constant::Kind::Bytes: return bytes_from(t, constant.text());
        case Constant::Kind::Tuple: return constant_tuple(t, constant.items(), context);
        case Constant::Kind::FrozenSet: return make_frozen_set(t, constant.items(), context);
        case Constant::Kind::Code: return make_code(t, *constant.code(), context);
    }
    return own(Value::none());
}

RefTo<CodeObject> make_code(Thread& t, const CompiledCode& from, const Context& outer) {
    RefTo<StrObject> filename = outer.filename && outer.filename_text == from.filename
                                    ? RefTo<StrObject>::own(outer.filename)
                                    : RefTo<StrObject>(make_str(t, from.filename));
    if (!filename) return Failed{};
    Context context{filename.get(), from.filename, outer.names};
    RefTo<BytesObject> code = TRY(make_bytes(t, from.code));
    RefTo<TupleObject> consts = TRY(constant_tuple(t, from.consts, context));
    RefTo<TupleObject> names = TRY(make_names(t, from.names, context));
    RefTo<TupleObject> varnames = TRY(make_names(t, from.varnames, context));
    RefTo<TupleObject> freevars = TRY(make_names(t, from.freevars, context));
    RefTo<TupleObject> cellvars = TRY(make_names(t, from.cellvars, context));
    StrObject* name = context.names->get(t, from.name);
    if (!name) return Failed{};
    RefTo<BytesObject> lnotab = TRY(make_bytes(t, from.lnotab));
    return code_new(t, {from.argcount, from.kwonlyargcount, from.nlocals, from.stacksize, from.flags, from.firstlineno,
                        code.get(), consts.get(), names.get(), varnames.get(), freevars.get(), cellvars.get(),
                        filename.get(), name, lnotab.get()});
}

}  // namespace

RefTo<CodeObject> realize(Thread& t, const CompiledCode& code, StrObject* filename, std::string_view shown) {
    NameCache names;
    return make_code(t, code, {filename->length > kMostTold ? filename : nullptr, shown, &names});
}

Ref realize_constant(Thread& t, const Constant& constant) {
    NameCache names;
    return make_constant(t, constant, {nullptr, {}, &names});
}

}  // namespace krait
