// Functions of the host as Python sees them: rows made while the program runs, their calls, function objects,
// iterators, modules; and what becomes of C++ exceptions.
#include <cstring>

#include "embed/src/host_objects.h"
#include "vm/native/native_call.h"
#include "vm/protocol/call.h"
#include "vm/object/attribute.h"
#include "vm/object/exception_object.h"
#include "vm/object/method_decorator_object.h"
#include "vm/object/number_object.h"
#include "vm/object/property_object.h"

namespace krait::bridge {

using core::Call;
using core::Cell;
using core::Load;
using core::ParameterKind;

namespace {

Value value_of(Cell c) { return Value{c}; }

// ------------------------------------------------------------------------------------------------ signatures
// Defaults appear as Python text where inspect can read them back.
std::string default_text(World& world, Cell c) {
    Value v = value_of(c);
    bool literal = !v.is_object() || as_str(v) || is_int_like(v) || is_float_like(v) || layout_is(v, Kind::Bytes);
    if (!literal) return "...";
    std::string text = repr_utf8(world.thread(), v);
    return text.size() < 60 ? text : "...";
}

std::string typed(World& world, const Parameter& p, const std::string& stars) {
    std::string out = stars + p.name;
    if (p.type) {
        std::string type;
        p.type(type);
        out += ": " + named_types(world, type);
    }
    if (p.default_value != core::kUnbound) out += (p.type ? " = " : "=") + default_text(world, p.default_value);
    return out;
}

void add_part(std::string* text, const std::string& part) {
    if (text->size() > 1) *text += ", ";
    *text += part;
}

}  // namespace

constexpr char kTypeMark = '\x01';

std::string named_types(World& world, std::string_view text) {
    std::string out;
    for (size_t at; (at = text.find(kTypeMark)) != std::string_view::npos;) {
        out += text.substr(0, at);
        text.remove_prefix(at + 1);
        const core::TypeTag* tag;
        std::memcpy(&tag, text.data(), sizeof tag);
        text.remove_prefix(sizeof tag);
        out += core::plain_class_name(world.link(), tag);
    }
    return out += text;
}

bool finish_overload(World& world, Overload& o, std::string_view name) {
    std::string plain = "(", shown = "(";
    bool star = false, slash = false;
    for (size_t i = 0; i < o.parameters.size(); ++i) {
        Parameter& p = o.parameters[i];
        if (p.kind != ParameterKind::PositionalOnly && i && o.parameters[i - 1].kind == ParameterKind::PositionalOnly &&
            !slash) {
            add_part(&plain, "/");
            add_part(&shown, "/");
            slash = true;
        }
        if (p.kind == ParameterKind::KeywordOnly && !star) {
            add_part(&plain, "*");
            add_part(&shown, "*");
            star = true;
        }
        std::string stars = p.kind == ParameterKind::Rest ? "*" : p.kind == ParameterKind::Keywords ? "**" : "";
        if (p.kind == ParameterKind::Rest) star = true;
        std::string text = stars + p.name;
        if (p.default_value != core::kUnbound) text += "=" + default_text(world, p.default_value);
        add_part(&plain, text);
        add_part(&shown, typed(world, p, stars));
        if (p.kind != ParameterKind::Rest) o.defaults.push_back(p.default_value);
    }
    if (!o.parameters.empty() && o.parameters.back().kind == ParameterKind::PositionalOnly) {
        add_part(&plain, "/");
        add_part(&shown, "/");
    }
    o.signature = plain + ")";
    shown += ")";
    if (o.result) {
        std::string result;
        o.result(result);
        shown += " -> " + named_types(world, result);
    }
    o.shown = std::move(shown);
    try {
        o.info = parse_signature(o.signature.c_str());
    } catch (const char* fault) {
        (void)raise(world.thread(), Exc::ValueError, "%.200s(): %s", std::string(name).c_str(), fault);
        return false;
    }
    return true;
}

void finish_row(World& world, HostRow& row) {
    row.world = &world;
    row.name = row.name_text.c_str();
    row.function = &host_row_call;
    bool has_self =
        row.place == core::Place::Method || row.place == core::Place::Class || row.place == core::Place::Constructor;
    row.kind = row.place == core::Place::Class      ? MethodKind::Class
               : row.place == core::Place::Static   ? MethodKind::Static
               : row.place == core::Place::Function ? MethodKind::Function
                                                    : MethodKind::Instance;
    if (row.overloads.size() == 1) {
        row.signature_text = row.overloads[0].signature;
        row.doc_text = row.overloads[0].doc;
        row.info = row.overloads[0].info;
    } else {
        row.signature_text = has_self ? "(self, *args, **kwargs)" : "(*args, **kwargs)";
        row.doc_text.clear();
        for (const Overload& o : row.overloads)
            row.doc_text += row.name_text + o.shown + "\n" + (o.doc.empty() ? "" : "    " + o.doc + "\n");
        row.info = parse_signature(row.signature_text.c_str());
    }
    row.signature = row.signature_text.c_str();
    row.doc = row.doc_text.c_str();
    row.info.has_self = has_self;
}

// ------------------------------------------------------------------------------------------------ C++ exceptions
Failed raise_hard_stop(Thread& t) {
    if (t.has_exception()) clear_exception(t);
    if (t.steps_remaining() == 0) return raise(t, Exc::StepLimitExceeded, "step limit exceeded");
    return raise(t, Exc::TimeLimitExceeded, "time limit exceeded");
}

namespace {

constexpr const char* kPayloadName = "__cpp_exception__";

void payload_dealloc(krait::Interpreter& interp, Object* o) {
    delete static_cast<PayloadObject*>(o)->pointer;
    free_object(interp, o);
}
constexpr TypeSpec kPayloadSpec = {
    .name = "krait.HostException",
    .doc = "The C++ exception behind a Python one.",
    .basic_size = sizeof(PayloadObject),
    .flags = 0,
    .slots = {.dealloc = payload_dealloc},
};

// Best effort: without memory the exception goes on without it.
void attach_payload(World& world, Value exception, const std::exception_ptr& original) {
    Thread& t = world.thread();
    auto attach = [&]() -> Status {
        TypeObject* type = TRY(host_type(world, HostType::Payload, kPayloadSpec));
        auto pointer = std::make_unique<std::exception_ptr>(original);
        PayloadObject* payload = allocate<PayloadObject>(t, type);
        if (!payload) return Failed{};
        payload->pointer = pointer.release();
        Ref held = Ref::steal(payload);
        StrObject* name = intern_utf8(t, kPayloadName);
        if (!name) return Failed{};
        return krait::set_attribute(t, exception, name, held);
    };
    if (attach().failed()) clear_exception(t);
}

// SystemExit with the text that the status 1 stands for, else with the status.
static Failed raise_exit(Thread& t, int status, const std::string& text) {
    if (status != 1 || text.empty() || text == "1") return raise_object(t, Exc::SystemExit, Value::small_int(status));
    return raise_object(t, Exc::SystemExit, TRY(str_from_utf8(t, text)));
}

Ref exception_of(World& world, core::Thrown& thrown) {
    Thread& t = world.thread();
    if (thrown.exception != core::kUnbound)
        return Ref::steal(value_of(std::exchange(thrown.exception, core::kUnbound)));
    const ErrorData& data = thrown.data;
    Failed raised;
    if (thrown.cls >= 0) {
        Ref message = str_from_utf8(t, data.message);
        if (message.failed()) return fetch_exception(t);
        Ref made = krait::call(t, world.at(thrown.cls), message);
        if (made.failed()) return fetch_exception(t);
        return made;
    }
    Exc kind = Exc::RuntimeError;
#define KRAIT_EXCEPTION(name, base, fields) \
    if (data.type == #name) kind = Exc::name;
#include "vm/error/exception_types.def"
#undef KRAIT_EXCEPTION
    if (data.type == "MemoryError") raised = raise_memory_error(t);
    else if (data.exit_status) raised = raise_exit(t, *data.exit_status, data.message);
    else if (kind == Exc::OSError && thrown.error_number) {
        RefTo<TupleObject> args;
        Ref text = str_from_utf8(t, data.message);
        if (!text.failed()) args = tuple_pack(t, {Value::small_int(thrown.error_number), text});
        if (text.failed() || args.failed()) return fetch_exception(t);
        RefTo<ExceptionObject> made = exception_make(t, os_error_kind(thrown.error_number), args.get());
        if (made.failed()) return fetch_exception(t);
        return made;
    } else raised = raise(t, kind, "%s", data.message.c_str());
    (void)raised;
    return fetch_exception(t);
}

Ref whole_exception(World& world, core::Thrown& thrown) {
    Ref exception = exception_of(world, thrown);
    if (!as_exception(exception)) return exception;
    if (thrown.original) attach_payload(world, exception, thrown.original);
    if (thrown.cause) {
        Ref cause = whole_exception(world, *thrown.cause);
        if (as_exception(cause)) exception_set_cause(exception.as<ExceptionObject>(), cause);
    }
    return exception;
}

}  // namespace

Failed raise_thrown(World& world, core::Thrown&& thrown) {
    Thread& t = world.thread();
    Ref exception = whole_exception(world, thrown);
    if (!as_exception(exception)) return raise(t, Exc::RuntimeError, "the host threw an exception that cannot be told");
    return raise_instance(t, exception);
}

std::exception_ptr payload_of(World& world, Value exception) {
    Thread& t = world.thread();
    ExceptionObject* e = as_exception(exception);
    if (!e || !e->dict) return nullptr;
    StrObject* name = intern_utf8(t, kPayloadName);
    Value found = name ? dict_get_str(t, e->dict, name) : Value::unbound();
    if (t.has_exception()) clear_exception(t);
    TypeObject* type = world.host_types[static_cast<size_t>(HostType::Payload)];
    if (!type || !found.is_object() || found.as_object()->type != type) return nullptr;
    return *found.as<PayloadObject>()->pointer;
}

// ------------------------------------------------------------------------------------------------ calls
namespace {

std::string short_repr(Thread& t, Value v) {
    std::string text = repr_utf8(t, v);
    if (text.size() > 80) text = text.substr(0, 77) + "...";
    return text;
}

Exc kind_of(Load why) {
    return why == Load::OutOfRange ? Exc::OverflowError
           : why == Load::BadValue ? Exc::ValueError
           : why == Load::Gone     ? Exc::ReferenceError
                                   : Exc::TypeError;
}

std::string mismatch_text(World& world, Value got, Load why, core::Describe expected) {
    Thread& t = world.thread();
    std::string text = "expected ";
    if (expected) expected(text);
    else text += "another value";
    text = named_types(world, text);
    if (why == Load::Gone) return text + ", but the C++ object is gone";
    text += ", got ";
    bool by_value = why != Load::WrongType;
    return text + (by_value ? short_repr(t, got) : got.is_none() ? "None" : std::string(type_name_of(t, got)));
}

// An argument did not convert.
Failed raise_argument(World& world, const HostRow& row, const Overload& o, const Call& call) {
    Thread& t = world.thread();
    if (call.why == Load::Raised && t.has_exception()) return {};
    const Parameter* parameter = nullptr;
    unsigned slot = 0;
    for (const Parameter& p : o.parameters) {
        if (p.kind == ParameterKind::Rest) continue;
        if (slot++ == call.failed) parameter = &p;
    }
    Value got = call.failed < o.defaults.size() ? value_of(call.argument(call.failed)) : Value::none();
    return raise(t, kind_of(call.why), "%s(): argument '%s': %s", row.name, parameter ? parameter->name.c_str() : "?",
                 mismatch_text(world, got, call.why, call.expected).c_str());
}

// Calls one overload with bound slots. kUnbound: an argument did not convert, see call.
Cell run_overload(World& world, Overload& o, Call& call) {
    Thread& t = world.thread();
    core::Thrown thrown;
    bool caught = false;
    Cell result = core::land(o.invoke, o.closure.get(), call, &thrown, &caught);
    if (KRAIT_UNLIKELY(caught)) (void)raise_thrown(world, std::move(thrown));
    if (KRAIT_UNLIKELY(t.hard_stop) && result != core::kError) {
        decref(value_of(result));
        return raise_hard_stop(t).operator Value().bits;
    }
    return result;
}

// The host is not called while the interpreter ends, nor on threads that scripts start: it knows one.
bool refused(Thread& t, World& world) {
    if (KRAIT_LIKELY(&t == &world.thread() && !world.ending() && world.link()->usable())) return false;
    if (&t != &world.thread())
        (void)raise(t, Exc::RuntimeError, "the host is called on the interpreter's own thread only");
    else (void)raise(t, Exc::RuntimeError, "the host is not called while the interpreter ends");
    return true;
}

// Whether the number of arguments fits, without raising.
bool plausible(const Overload& o, size_t positional, size_t keywords) {
    const SignatureInfo& info = o.info;
    if (positional > info.positional && !info.varargs) return false;
    return positional + keywords >= info.required &&
           (keywords == 0 || info.varkw || positional + keywords <= info.slots);
}

Value run_overloads(Thread& t, HostRow& row, const Value* self, const CallArgs& args) {
    World& world = *row.world;
    std::string tried;
    size_t keywords = args.kwnames ? args.kwnames->size : 0;
    for (Overload& o : row.overloads) {
        if (!plausible(o, args.nargs + (self ? 1 : 0), keywords)) continue;
        Value slots[SignatureInfo::kMax];
        Args rest;
        Ref kwargs;
        SignatureInfo info = o.info;
        info.has_self = self != nullptr;
        BindContext context{row.name, info, o.signature.c_str(), self ? 1u : 0u, false};
        if (!bind_slots(t, context, self, args, slots, &rest, &kwargs)) {
            if (!pending_matches(t, Exc::TypeError)) return Value::error();
            clear_exception(t);
            continue;
        }
        Call call{world.link(), reinterpret_cast<const Cell*>(slots), o.defaults.data(),
                  reinterpret_cast<const Cell*>(rest.items), rest.count};
        Cell result = run_overload(world, o, call);
        if (result != core::kUnbound) return value_of(result);
        if (call.why == Load::Raised && t.has_exception()) {
            if (!pending_matches(t, Exc::TypeError) && !pending_matches(t, Exc::ValueError)) return Value::error();
            clear_exception(t);
        }
    }
    std::string text = std::string(row.name) + "(): no overload takes (";
    for (size_t i = 0; i < args.nargs + keywords; ++i) {
        if (i) text += ", ";
        if (i >= args.nargs) text += str_to_utf8(args.kwnames->items[i - args.nargs].as<StrObject>()) + "=";
        text += args.args[i].is_none() ? "None" : type_name_of(t, args.args[i]);
    }
    text += "); there are";
    for (const Overload& o : row.overloads) text += "\n    " + row.name_text + o.shown;
    return raise(t, Exc::TypeError, "%s", text.c_str());
}

Value run_single(Thread& t, HostRow& row, const Value* slots, Args rest) {
    Overload& o = row.overloads[0];
    Call call{row.world->link(), reinterpret_cast<const Cell*>(slots), o.defaults.data(),
              reinterpret_cast<const Cell*>(rest.items), rest.count};
    (void)t;
    Cell result = run_overload(*row.world, o, call);
    if (KRAIT_LIKELY(result != core::kUnbound)) return value_of(result);
    return raise_argument(*row.world, row, o, call);
}

}  // namespace

void raise_mismatch(World& world, uint64_t value, Load why, core::Describe expected) {
    Thread& t = world.thread();
    (void)raise(t, kind_of(why), "%s", mismatch_text(world, value_of(value), why, expected).c_str());
}
const std::vector<core::Translator>& translators(World& world) { return world.translators; }

// Called with t.native naming the row: every way of calling a method row sets it.
Value host_row_call(Thread& t, const Value* slots, Args rest) {
    HostRow& row = *static_cast<HostRow*>(const_cast<MethodDef*>(t.native));
    if (KRAIT_UNLIKELY(refused(t, *row.world))) return Value::error();
    RecursionGuard guard(t, " while calling a host function");
    if (guard.failed()) return Value::error();
    if (KRAIT_LIKELY(row.overloads.size() == 1)) return run_single(t, row, slots, rest);
    bool has_self = row.info.has_self;
    DictObject* kwargs = slots[has_self].is_unbound() ? nullptr : slots[has_self].as<DictObject>();
    CallFromDict all(t, rest.items, rest.count, kwargs);
    if (all.failed()) return Value::error();
    return run_overloads(t, row, has_self ? &slots[0] : nullptr, all.args());
}

Value call_row(Thread& t, HostRow& row, Value self, const CallArgs& args) {
    if (refused(t, *row.world)) return Value::error();
    RecursionGuard guard(t, " while calling a host function");
    if (guard.failed()) return Value::error();
    if (row.overloads.size() > 1) return run_overloads(t, row, &self, args);
    Value slots[SignatureInfo::kMax];
    Args rest;
    Ref kwargs;
    BindContext context{row.name, row.info, row.signature, 1, false};
    if (!bind_slots(t, context, &self, args, slots, &rest, &kwargs)) return Value::error();
    return run_single(t, row, slots, rest);
}

// ------------------------------------------------------------------------------------------ the layer's own types
Fallible<TypeObject*> host_type(World& world, HostType which, const TypeSpec& spec) {
    TypeObject*& known = world.host_types[static_cast<size_t>(which)];
    if (known) return known;
    Thread& t = world.thread();
    RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, spec, t.interp.type(Kind::ObjectType)));
    known = type.get();   // types of specs live as long as the interpreter
    return known;
}

namespace {

// --- function objects
Value host_function_call(Thread& t, Value self_value, const CallArgs& args) {
    Ref keep = own(self_value);
    return call_native(t, self_value.as<HostFunctionObject>()->row, args, nullptr);
}
Value host_function_repr(Thread& t, Value self) {
    return str_format_c(t, "<host function %s>", self.as<HostFunctionObject>()->row->name).release();
}
Value host_function_name(Thread&, Value self) { return own(self.as<HostFunctionObject>()->name).release(); }
Value host_function_doc(Thread& t, Value self) {
    return str_from_utf8(t, self.as<HostFunctionObject>()->row->doc).release();
}
Value host_function_signature(Thread& t, Value self) {
    std::string text = self.as<HostFunctionObject>()->row->signature;
    text.insert(1, text == "()" ? "$module" : "$module, ");
    return str_from_utf8(t, text).release();
}
void drop_defaults(Overload& o);
void drop_defaults(HostRow& row) {
    for (Overload& o : row.overloads) drop_defaults(o);
}
void host_function_dealloc(krait::Interpreter& interp, Object* o) {
    auto* f = static_cast<HostFunctionObject*>(o);
    HostRow* row = std::exchange(f->row, nullptr);
    drop_defaults(*row);
    delete row;
    decref(f->name);
    free_object(interp, o);
}
constexpr GetSetDef FUNCTION_GETSETS[] = {
    {"__name__", host_function_name, nullptr, "name given by the host"},
    {"__qualname__", host_function_name, nullptr, nullptr},
    {"__doc__", host_function_doc, nullptr, nullptr},
    {"__text_signature__", host_function_signature, nullptr, nullptr},
};
constexpr TypeSpec kHostFunctionSpec = {
    .name = "krait.HostFunction",
    .doc = "A function of the host program.",
    .basic_size = sizeof(HostFunctionObject),
    .flags = 0,
    .slots = {.dealloc = host_function_dealloc, .repr = host_function_repr, .call = host_function_call},
    .getsets = FUNCTION_GETSETS,
};

// --- iterators
Value host_iterator_self(Thread&, Value self) { return own(self).release(); }
Value host_iterator_next(Thread& t, Value self_value) {
    Ref held = own(self_value);
    auto* self = self_value.as<HostIteratorObject>();
    if (!self->next) return Value::exhausted();
    World& world = *self->world;
    if (refused(t, world)) return Value::error();
    RecursionGuard guard(t, " while calling a host function");
    if (guard.failed()) return Value::error();
    core::Thrown thrown;
    bool caught = false;
    Cell result = core::land(self->next, self->closure->get(), world.link(), &thrown, &caught);
    if (caught) return raise_thrown(world, std::move(thrown));
    if (t.hard_stop && result != core::kError) {
        decref(value_of(result));
        return raise_hard_stop(t);
    }
    if (result == core::kExhausted) {
        self->next = nullptr;
        delete std::exchange(self->closure, nullptr);
        decref(std::exchange(self->keep_alive, Value::none()));
    }
    return value_of(result);
}
void host_iterator_dealloc(krait::Interpreter& interp, Object* o) {
    auto* self = static_cast<HostIteratorObject*>(o);
    gc_untrack(o);
    delete std::exchange(self->closure, nullptr);
    decref(std::exchange(self->keep_alive, Value::none()));
    free_object(interp, o);
}
void host_iterator_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<HostIteratorObject*>(o)->keep_alive);
}
constexpr TypeSpec kHostIteratorSpec = {
    .name = "krait.HostIterator",
    .doc = "Iterator over something of the host program.",
    .basic_size = sizeof(HostIteratorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = host_iterator_dealloc,
              .traverse = host_iterator_traverse,
              .iter = host_iterator_self,
              .next = host_iterator_next},
};

// Names, kinds and defaults of the parameters, from what def() was given. Throws what making a default throws, and
// std::invalid_argument for names that do not fit.
void describe_parameters(World& world, Overload& o, unsigned hidden, const core::Bindable& what) {
    const core::Definition& d = *what.definition;
    size_t named = 0, given = 0;
    for (size_t i = 0; i < d.count; ++i) {
        const core::ParameterType& p = d.parameters[i];
        if (p.kind == ParameterKind::Given) continue;
        Parameter made;
        made.type = p.describe;
        made.kind = p.kind;
        bool variable = p.kind == ParameterKind::Rest || p.kind == ParameterKind::Keywords;
        if (o.parameters.size() >= hidden && !variable) ++named;
        o.parameters.push_back(std::move(made));
    }
    for (size_t i = 0; i < what.extra_count; ++i) given += what.extras[i].kind == core::Extra::Name;
    if (given != 0 && given != named)
        throw std::invalid_argument("krait: def() needs one arg() per parameter, or none");
    size_t next = 0, number = 0;
    bool keyword_only = false;
    // The next name, past everything else.
    auto next_name = [&]() -> const core::Extra& {
        while (what.extras[next].kind != core::Extra::Name) {
            if (what.extras[next].kind == core::Extra::KeywordOnly) keyword_only = true;
            ++next;
        }
        return what.extras[next++];
    };
    for (size_t i = 0; i < what.extra_count; ++i)
        if (what.extras[i].kind == core::Extra::Doc) o.doc = what.extras[i].text;
    for (size_t i = 0; i < o.parameters.size(); ++i) {
        Parameter& p = o.parameters[i];
        if (i < hidden) {
            p.name = "self";
            p.type = nullptr;
            if (given == 0) p.kind = ParameterKind::PositionalOnly;
        } else if (p.kind == ParameterKind::Rest) {
            p.name = "args";
        } else if (p.kind == ParameterKind::Keywords) {
            p.name = "kwargs";
        } else if (given == 0) {
            p.name = "arg" + std::to_string(number++);
            p.kind = ParameterKind::PositionalOnly;
        } else {
            const core::Extra& extra = next_name();
            p.name = extra.text;
            if (keyword_only) p.kind = ParameterKind::KeywordOnly;
            if (extra.make) p.default_value = core::checked(world.link(), extra.make(world.link(), extra.value));
        }
    }
}

void drop_defaults(Overload& o) {
    for (Cell& c : o.defaults) c = core::kUnbound;
    for (Parameter& p : o.parameters) decref(value_of(std::exchange(p.default_value, core::kUnbound)));
}

// False: an exception is pending. Throws what describe_parameters() throws.
bool fill_overload(World& world, Overload& o, std::string_view name, unsigned hidden, core::Bindable&& what) {
    o.invoke = what.definition->invoke;
    o.result = what.definition->result;
    o.closure = std::move(what.closure);
    try {
        describe_parameters(world, o, hidden, what);
    } catch (...) {
        drop_defaults(o);
        throw;
    }
    if (finish_overload(world, o, name)) return true;
    drop_defaults(o);
    return false;
}

std::unique_ptr<HostRow> new_row(World& world, std::string_view name, core::Place place, unsigned hidden,
                                 core::Bindable&& what) {
    auto row = std::make_unique<HostRow>();
    row->name_text = name;
    row->place = place;
    row->overloads.emplace_back();
    if (!fill_overload(world, row->overloads[0], name, hidden, std::move(what))) return nullptr;
    finish_row(world, *row);
    return row;
}

// An overload for a row that exists.
bool add_overload(World& world, HostRow& row, unsigned hidden, core::Bindable&& what) {
    Overload o;
    if (!fill_overload(world, o, row.name_text, hidden, std::move(what))) return false;
    row.overloads.push_back(std::move(o));
    finish_row(world, row);
    return true;
}

Ref object_of_row(World& world, HostRow& row, Value owner) {
    Thread& t = world.thread();
    switch (row.place) {
        case core::Place::Method:
        case core::Place::Class: return method_descriptor_new(t, owner.as<TypeObject>(), &row);
        case core::Place::Static: {
            Ref function = TRY(native_function_new(t, &row, Value::unbound(), Value::unbound()));
            return static_method_new(t, function);
        }
        default: {
            Ref module = Ref::steal(Value::none());
            if (layout_is(owner, Kind::Module)) {
                module = TRY(name_of_module(t, owner));
            }
            return native_function_new(t, &row, Value::unbound(), module);
        }
    }
}

Status store_in(Thread& t, Value owner, StrObject* name, Value value) {
    if (TypeObject* type = as_type(owner)) return type_set_attribute(t, type, name, value);
    return krait::set_attribute(t, owner, name, value);
}

}  // namespace

Ref name_of_module(Thread& t, Value module) {
    Value name = dict_get_str(t, module.as<ModuleObject>()->dict, t.interp.names.dunder_name);
    return name.is_unbound() ? own(Value::none()) : own(name);
}

void drop_row_defaults(HostRow& row) { drop_defaults(row); }

}  // namespace krait::bridge

namespace krait::core {

using bridge::HostRow;
using bridge::World;

void set_constructor(World&, HostRow*);   // core_classes.cpp

void add(std::string& text, const TypeTag* tag) {
    text += bridge::kTypeMark;
    text.append(reinterpret_cast<const char*>(&tag), sizeof tag);
}

Cell make_function(Link* link, std::string_view name, Bindable&& what) {
    World& world = link->use();
    Thread& t = world.thread();
    auto make = [&]() -> Ref {
        std::unique_ptr<HostRow> row = bridge::new_row(world, name, Place::Function, 0, std::move(what));
        if (!row) return Failed{};
        TypeObject* type = TRY(bridge::host_type(world, bridge::HostType::Function, bridge::kHostFunctionSpec));
        Ref text = TRY(str_from_utf8(t, name));
        auto* function = allocate<bridge::HostFunctionObject>(t, type);
        if (!function) return Failed{};
        function->row = row.release();
        function->name = text.release();
        return Ref::steal(function);
    };
    return make().release().bits;
}

void define(Link* link, Cell owner_cell, Place place, std::string_view name, unsigned hidden, Bindable&& what) {
    World& world = link->use();
    Thread& t = world.thread();
    Value owner{owner_cell};
    for (auto& row : world.rows)
        if (row->owner == owner && row->place == place && row->property == 0 &&
            (place == Place::Constructor || row->name_text == name)) {
            if (!bridge::add_overload(world, *row, hidden, std::move(what))) throw_pending(link);
            if (place == Place::Constructor) set_constructor(world, row.get());
            return;
        }
    auto add = [&]() -> Status {
        std::unique_ptr<HostRow> made = bridge::new_row(world, name, place, hidden, std::move(what));
        if (!made) return Failed{};
        HostRow* row = made.get();
        row->owner = owner;
        world.rows.push_back(std::move(made));
        if (place == Place::Constructor) {
            set_constructor(world, row);
            return ok();
        }
        Ref object = TRY(bridge::object_of_row(world, *row, owner));
        StrObject* key = intern_utf8(t, name);
        if (!key) return Failed{};
        TRY(bridge::store_in(t, owner, key, object));
        TypeObject* type = as_type(owner);
        if (type && name == "__eq__" && type_own_attribute_nocall(type, t.interp.names.dunder_hash).is_unbound())
            TRY(bridge::store_in(t, owner, t.interp.names.dunder_hash, Value::none()));
        return ok();
    };
    if (add().failed()) throw_pending(link);
}

bool set_class_attribute(Link* link, Cell cls, std::string_view name, Cell value) {
    Thread& t = link->use().thread();
    StrObject* key = intern_utf8(t, name);
    return key && !bridge::store_in(t, Value{cls}, key, Value{value}).failed();
}

void define_property(Link* link, Cell cls, std::string_view name, Bindable&& getter, Bindable* setter) {
    World& world = link->use();
    Thread& t = world.thread();
    auto add = [&]() -> Status {
        Ref parts[2] = {Ref::steal(Value::none()), Ref::steal(Value::none())};
        std::string doc;
        for (int i = 0; i < (setter ? 2 : 1); ++i) {
            std::unique_ptr<HostRow> row =
                bridge::new_row(world, name, Place::Static, 1, std::move(i == 0 ? getter : *setter));
            if (!row) return Failed{};
            if (i == 0) doc = row->doc_text;
            row->owner = Value{cls};
            row->property = i + 1;
            parts[i] = TRY(native_function_new(t, row.get(), Value::unbound(), Value::unbound()));
            world.rows.push_back(std::move(row));
        }
        Ref text = TRY(str_from_utf8(t, doc));
        Value args[4] = {parts[0], parts[1], Value::none(), doc.empty() ? Value::none() : text.get()};
        Ref property = TRY(krait::call(t, Value::object(t.interp.type(Kind::Property)), CallArgs{args, 4, nullptr}));
        StrObject* key = intern_utf8(t, name);
        if (!key) return Failed{};
        return bridge::store_in(t, Value{cls}, key, property);
    };
    if (add().failed()) throw_pending(link);
}

Cell make_module(Link* link, std::string_view name, std::string_view doc) {
    World& world = link->use();
    Thread& t = world.thread();
    auto make = [&]() -> Ref {
        StrObject* key = intern_utf8(t, name);
        if (!key) return Failed{};
        RefTo<ModuleObject> module = TRY(module_new(t, key));
        Ref text = TRY(str_from_utf8(t, doc));
        TRY(dict_set_str(t, module->dict, t.interp.names.dunder_doc, doc.empty() ? Value::none() : text.get()));
        TRY(dict_set_str(t, t.interp.modules, key, module.value()));
        size_t dot = name.rfind('.');
        if (dot == std::string_view::npos) return module;
        Ref parent_name = TRY(str_from_utf8(t, name.substr(0, dot)));
        Value parent = TRY(dict_get(t, t.interp.modules, parent_name));
        StrObject* last = intern_utf8(t, name.substr(dot + 1));
        if (!last) return Failed{};
        if (layout_is(parent, Kind::Module)) {
            // Only what has a __path__ is a package.
            RefTo<ListObject> path = TRY(list_new(t, 0));
            TRY(krait::set_attribute(t, parent, t.interp.names.dunder_path, path.value()));
            TRY(krait::set_attribute(t, parent, last, module.value()));
        }
        return module;
    };
    return make().release().bits;
}

Cell make_iterator(Link* link, Cell (*next)(void*), Closure&& closure, Cell keep_alive) {
    World& world = link->use();
    Thread& t = world.thread();
    auto make = [&]() -> Ref {
        TypeObject* type = TRY(bridge::host_type(world, bridge::HostType::Iterator, bridge::kHostIteratorSpec));
        auto step = std::make_unique<Closure>(std::move(closure));
        auto* iterator = allocate<bridge::HostIteratorObject>(t, type);
        if (!iterator) return Failed{};
        iterator->world = &world;
        iterator->next = next;
        iterator->closure = step.release();
        Value kept{keep_alive == kUnbound ? kNone : keep_alive};
        incref(kept);
        iterator->keep_alive = kept;
        gc_track(iterator);
        return Ref::steal(iterator);
    };
    return make().release().bits;
}

Cell define_exception(Link* link, Cell module, std::string_view name, Cell base, Translate translate) {
    World& world = link->use();
    Thread& t = world.thread();
    auto make = [&]() -> Ref {
        Value parent = base == kUnbound ? Value::object(exception_type(t.interp, Exc::Exception)) : Value{base};
        Ref text = TRY(str_from_utf8(t, name));
        RefTo<TupleObject> bases = TRY(tuple_pack(t, {parent}));
        RefTo<DictObject> space = TRY(dict_new(t));
        Ref module_name = TRY(bridge::name_of_module(t, Value{module}));
        TRY(dict_set_str(t, space.get(), t.interp.names.dunder_module, module_name));
        Ref cls = TRY(krait::call(t, Value::object(t.interp.type(Kind::Type)), text, bases.value(), space.value()));
        StrObject* key = intern_utf8(t, name);
        if (!key) return Failed{};
        TRY(krait::set_attribute(t, Value{module}, key, cls));
        if (translate) {
            Slot slot = world.keep(cls.copy());
            world.translators.insert(world.translators.begin(), Translator{translate, slot});
        }
        return cls;
    };
    return make().release().bits;
}

}  // namespace krait::core
