// Calls outside the specialised forms: translation on first use, frames, generators, choosing forms.
#include "vm/interp/interp_ops.h"
#include "vm/interp/tracing.h"
#include "vm/native/intrinsic.h"
#include "vm/object/attribute.h"
#include "vm/object/descriptor_object.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/call.h"
#include "vm/runtime/work.h"

namespace krait {

bool prepare_code(Thread& t, CodeObject* code) {
    if (KRAIT_LIKELY(code->translated != nullptr)) return true;
    if (code_translate(t, code).failed()) return false;
    const TranslatedCode* tc = code->translated;
    code->fast_argc = code->simple_args && !tc->is_generator && !tc->wide ? code->argcount : -1;
    return true;
}

static KRAIT_COLD bool too_deep(Thread& t) {
    (void)raise(t, Exc::RecursionError, "maximum recursion depth exceeded");
    return false;
}

bool registers_fit(Thread& t, const Value* end) {
    if (KRAIT_LIKELY(end <= t.registers_end || grow_registers(t, const_cast<Value*>(end)))) return true;
    return too_deep(t);
}

bool frame_fits(Thread& t, const Value* window, const TranslatedCode* tc) {
    if (KRAIT_UNLIKELY(t.depth >= t.recursion_limit) && t.depth >= frame_limit(t)) return too_deep(t);
    return registers_fit(t, window + tc->register_count + kStackSlack);
}

void drop_window(Thread& t, Value* window, size_t count) {
    SavedException keep(t);
    drop_registers(window, window + count);
}

bool setup_cells(Thread& t, FunctionObject* function, Value* window) {
    const CodeObject* code = function->code;
    const TranslatedCode* tc = code->translated;
    Value* cells = window + tc->local_count;
    for (uint32_t i = 0; i < tc->cell_count; ++i) {
        int32_t argument = code->cell_to_arg ? code->cell_to_arg[i] : -1;
        Ref cell = cell_new(t, Value::unbound());
        if (cell.failed()) return false;
        if (argument >= 0) {
            cell.as<CellObject>()->contents = window[argument];   // moved: the cell is the variable from now on
            window[argument] = Value::unbound();
        }
        cells[i] = cell.release();
    }
    if (tc->free_count) {
        TupleObject* closure = is_kind(function->closure, Kind::Tuple) ? function->closure.as<TupleObject>() : nullptr;
        bool complete = closure && closure->size == tc->free_count;
        for (uint32_t i = 0; complete && i < tc->free_count; ++i) complete = is_kind(closure->items[i], Kind::Cell);
        if (!complete) {   // hand-made bytecode
            (void)raise(t, Exc::SystemError, "function has no closure for its free variables");
            return false;
        }
        for (uint32_t i = 0; i < tc->free_count; ++i) {
            Value cell = closure->items[i];
            incref(cell);
            cells[tc->cell_count + i] = cell;
        }
    }
    return true;
}

// Arguments above the caller's registers are safe only from the moment the frame is theirs: whatever a tick calls (a
// finalizer, the handler of a signal) would use the same place. Their tick is left to the run loop, which finds the
// slice overdrawn.
static bool may_tick(Thread& t, const Value* arguments_end) { return arguments_end <= stack_top(t); }

static Frame* push_frame(Thread& t, FunctionObject* function, Value* window, size_t bound) {
    CodeObject* code = function->code;
    TranslatedCode* tc = KRAIT_UNLIKELY(watched(t)) ? code_to_run(t, code) : code->translated;
    if (!frame_fits(t, window, tc) || (--t.slice < 0 && may_tick(t, window + bound) && !slow_tick(t))) {
        drop_registers(window, window + bound);
        return nullptr;
    }
    Frame* f = t.frame ? t.frame + 1 : t.frames;
    f->ip = tc->ins;
    f->R = window;
    f->code = code;
    f->tc = tc;
    f->function = function;
    f->flags = observed(t) ? uint32_t{kFrameWatched} : 0;
    f->object = nullptr;
    for (size_t i = bound; i < tc->first_temp; ++i) window[i] = Value::unbound();
    ++t.depth;
    t.frame = f;
    return f;
}

bool push_python_frame(Thread& t, FunctionObject* function, Value* window, size_t bound, Value locals) {
    if (!prepare_code(t, function->code)) {
        drop_registers(window, window + bound);
        return false;
    }
    Frame* f = push_frame(t, function, window, bound);
    if (!f) return false;
    if (!locals.is_unbound()) {
        f->flags |= kFrameHasLocals;
        f->locals = own(locals).release();
    }
    bool complete = (f->tc->cell_count | f->tc->free_count) == 0 || setup_cells(t, function, window);
    if (KRAIT_LIKELY(complete) && (KRAIT_LIKELY(!(f->flags & kFrameWatched)) || report_call(t, f))) return true;
    drop_window(t, window, f->tc->first_temp);
    pop_frame_slow(t, f);
    return false;
}

// sys.set_coroutine_wrapper()
static KRAIT_NOINLINE Ref wrap_coroutine(Thread& t, Ref coroutine) {
    Ref wrapper = own(t.tracing->coroutine_wrapper);
    if (t.tracing->wrapping) {
        std::string name = repr_utf8(t, wrapper),
                    code = repr_utf8(t, Value::object(coroutine.as<GeneratorObject>()->code));
        return raise(t, Exc::RuntimeError, "coroutine wrapper %.200s attempted to recursively wrap %.200s",
                     name.c_str(), code.c_str());
    }
    t.tracing->wrapping = true;
    Ref result = call(t, wrapper, coroutine);
    if (t.tracing) t.tracing->wrapping = false;
    return result;
}

Ref make_generator(Thread& t, FunctionObject* function, Value* window) {
    CodeObject* code = function->code;
    const TranslatedCode* tc = code->translated;
    note_work(t, 8);   // a call: generators that delegate to new ones recurse without any other step
    Kind kind = code->flags & CO_COROUTINE         ? Kind::Coroutine
                : code->flags & CO_ASYNC_GENERATOR ? Kind::AsyncGenerator
                                                   : Kind::Generator;
    for (size_t i = code->total_args; i < tc->first_temp; ++i) window[i] = Value::unbound();
    if (!setup_cells(t, function, window)) return Failed{};
    size_t bytes = (tc->register_count + 1) * sizeof(Value);
    Value* registers = static_cast<Value*>(t.heap.allocate_buffer(bytes));
    if (!registers) return raise_memory_error(t);
    GeneratorObject* g = allocate<GeneratorObject>(t, t.interp.type(kind));
    if (!g) {
        t.heap.free_buffer(registers, bytes);
        return Failed{};
    }
    for (uint32_t i = 0; i < tc->register_count; ++i) {
        bool live = i < tc->first_temp;
        registers[i] = live ? window[i] : Value::unbound();
        if (live) window[i] = Value::unbound();
    }
    incref(static_cast<Object*>(function));
    incref(static_cast<Object*>(code));
    incref(function->name);
    incref(function->qualname);
    g->function = function;
    g->code = code;
    g->registers = registers;
    g->ip = tc->ins;
    g->frame_object = nullptr;
    g->handled = Value::none();
    g->name = function->name;
    g->qualname = function->qualname;
    g->result = Value::unbound();
    g->state = GeneratorState::Created;
    g->closed = g->hooks_inited = false;
    g->finalizer = Value::unbound();
    g->origin = Value::unbound();
    gc_track(g);
    Ref made = Ref::steal(g);
    bool wrapped =
        KRAIT_UNLIKELY(t.tracing != nullptr) && kind == Kind::Coroutine && !t.tracing->coroutine_wrapper.is_unbound();
    return wrapped ? wrap_coroutine(t, std::move(made)) : std::move(made);
}

// Goes on with a function whose callee register is base[0] and whose bound arguments start at base[1].
static CallOutcome enter_bound(Thread& t, FunctionObject* function, Value* base) {
    const TranslatedCode* tc = function->code->translated;
    Value* window = base + 1;
    if (!tc->is_generator)
        return push_python_frame(t, function, window, function->code->total_args) ? CallOutcome::Entered
                                                                                  : CallOutcome::Error;
    Ref generator = make_generator(t, function, window);
    if (generator.failed()) {
        drop_window(t, window, tc->first_temp);
        return CallOutcome::Error;
    }
    Value callee = base[0];
    base[0] = generator.release();
    decref(callee);
    return CallOutcome::Done;
}

// Python function whose callee register is base[0] and whose arguments start at base[1].
static CallOutcome call_function(Thread& t, FunctionObject* function, Value* base, size_t values,
                                 TupleObject* kwnames) {
    if (!prepare_code(t, function->code)) return CallOutcome::Error;
    CodeObject* code = function->code;
    const TranslatedCode* tc = code->translated;
    Value* window = base + 1;
    size_t reach = tc->register_count > values ? tc->register_count : values;
    if (!registers_fit(t, window + reach + kStackSlack)) return CallOutcome::Error;
    bool exact = code->simple_args && !kwnames && values == static_cast<size_t>(code->argcount);
    if (!exact && !bind_python_arguments(t, function, window, values - (kwnames ? kwnames->size : 0), kwnames)) {
        drop_window(t, window, code->total_args > values ? code->total_args : values);
        return CallOutcome::Error;
    }
    return enter_bound(t, function, base);
}

// `base[0]` is a bound method of a Python function: function and self take the places of callee and first argument.
static CallOutcome call_bound_method(Thread& t, Value* base, size_t values, TupleObject* kwnames) {
    Ref method = Ref::steal(base[0]);
    Value function = method.as<BoundMethodObject>()->function, self = method.as<BoundMethodObject>()->self;
    incref(function);
    incref(self);
    for (size_t i = values; i > 0; --i) base[i + 1] = base[i];
    base[0] = function;
    base[1] = self;
    CallOutcome outcome = call_function(t, function.as<FunctionObject>(), base, values + 1, kwnames);
    if (outcome == CallOutcome::Error) {
        drop_window(t, base + 1, values + 1);   // one of them lies behind what the caller knows about
    }
    return outcome;
}

// Registers of a generator lie in the heap: a Python callee gets its window on the register stack instead.
static CallOutcome call_from_generator(Thread& t, Value* base, size_t values, TupleObject* kwnames) {
    Value* window = stack_top(t);
    if (!registers_fit(t, window + values + 2 + kStackSlack)) return CallOutcome::Error;
    for (size_t i = 0; i <= values; ++i) {
        window[i] = base[i];
        base[i] = Value::unbound();
    }
    CallOutcome outcome = is_kind(window[0], Kind::Function)
                              ? call_function(t, window[0].as<FunctionObject>(), window, values, kwnames)
                              : call_bound_method(t, window, values, kwnames);
    if (outcome == CallOutcome::Entered) {
        t.frame->flags |= kFrameFromGenerator;
    } else if (outcome == CallOutcome::Done) {
        base[0] = window[0];
        window[0] = Value::unbound();
    } else {
        drop_window(t, window, values + 2);
    }
    return outcome;
}

CallOutcome op_call(Thread& t, Frame* f, Value* base, size_t values, TupleObject* kwnames) {
    Value callee = base[0];
    if (f->tc->is_generator) {
        bool python =
            is_kind(callee, Kind::Function) ||
            (is_kind(callee, Kind::BoundMethod) && is_kind(callee.as<BoundMethodObject>()->function, Kind::Function));
        if (python) return call_from_generator(t, base, values, kwnames);
    }
    if (is_kind(callee, Kind::Function)) return call_function(t, callee.as<FunctionObject>(), base, values, kwnames);
    if (is_kind(callee, Kind::BoundMethod) && is_kind(callee.as<BoundMethodObject>()->function, Kind::Function) &&
        base + values + 2 + kStackSlack <= t.registers_end)
        return call_bound_method(t, base, values, kwnames);
    CallArgs args{base + 1, values - (kwnames ? kwnames->size : 0), kwnames};
    bool told = KRAIT_UNLIKELY(profiles(t)) && is_kind(callee, Kind::NativeFunction);
    Ref result = told ? call_native_profiled(t, f, callee, args) : call(t, callee, args);
    if (result.failed()) return CallOutcome::Error;
    drop_registers(base + 1, base + 1 + values);
    base[0] = result.release();
    decref(callee);
    return CallOutcome::Done;
}

// The pair of a built-in type's method becomes the bound method that a profile function is told about.
static bool bind_native_pair(Thread& t, Value* base) {
    Value self = base[1];
    Value bound = type_of(t, base[0])->slots.descr_get(t, base[0], self, Value::object(type_of(t, self)));
    if (bound.is_error()) return false;
    decref(std::exchange(base[0], bound));
    base[1] = Value::unbound();
    decref(self);
    return true;
}

CallOutcome op_call_method(Thread& t, Frame* f, Value* base, size_t values, TupleObject* kwnames) {
    bool told = KRAIT_UNLIKELY(profiles(t)) && is_kind(base[0], Kind::MethodDescriptor) && !base[1].is_unbound();
    if (told && !bind_native_pair(t, base)) return CallOutcome::Error;
    if (!base[1].is_unbound()) return op_call(t, f, base, values + 1, kwnames);
    for (size_t i = 1; i <= values; ++i) base[i] = base[i + 1];
    base[values + 1] = Value::unbound();
    return op_call(t, f, base, values, kwnames);
}

std::string callable_description(Thread& t, Value callable) {
    Value name = Value::unbound();
    switch (callable.is_object() ? callable.as_object()->kind : Kind::Other) {
        case Kind::Function: name = callable.as<FunctionObject>()->name; break;
        case Kind::NativeFunction: return std::string(callable.as<NativeFunctionObject>()->def->name) + "()";
        case Kind::BoundMethod: return callable_description(t, callable.as<BoundMethodObject>()->function);
        default: break;
    }
    if (is_kind(name, Kind::Str)) return told(t, name.as<StrObject>()) + "()";
    return std::string(type_name_of(t, callable)) + " object";
}

// A Python function called with a tuple and a dict (or null): bound from them, entered without recursion.
static CallOutcome call_python_ex(Thread& t, Frame* f, Value* base, Value self, TupleObject* positional,
                                  DictObject* keywords) {
    FunctionObject* function = base[0].as<FunctionObject>();
    if (!prepare_code(t, function->code)) return CallOutcome::Error;
    const TranslatedCode* tc = function->code->translated;
    bool from_generator = f->tc->is_generator;   // its registers lie in the heap
    Value* place = from_generator ? stack_top(t) : base;
    if (!registers_fit(t, place + 1 + tc->register_count + kStackSlack)) return CallOutcome::Error;
    // The caller holds both; without `**` the second is no register, and in generator code no memory.
    drop_registers(base + 1, base + (keywords ? 3 : 2));
    if (from_generator) {
        place[0] = base[0];
        base[0] = Value::unbound();
    }
    CallOutcome outcome = CallOutcome::Error;
    if (bind_python_unpacked(t, function, place + 1, self, positional, keywords))
        outcome = enter_bound(t, function, place);
    else drop_window(t, place + 1, function->code->total_args);
    if (!from_generator) return outcome;
    if (outcome == CallOutcome::Entered) {
        t.frame->flags |= kFrameFromGenerator;
    } else {
        base[0] = place[0];
        place[0] = Value::unbound();
    }
    return outcome;
}

CallOutcome op_call_ex(Thread& t, Frame* f, Value* base, bool has_kwargs) {
    Value callee = base[0];
    Ref positional = own(base[1]);
    if (!is_kind(positional, Kind::Tuple)) {
        if (!is_kind(positional, Kind::List) && type_of(t, positional)->slots.iter == nullptr &&
            type_of(t, positional)->slots.get_item == nullptr) {
            (void)raise(t, Exc::TypeError, "%s argument after * must be an iterable, not %.200s",
                        callable_description(t, callee).c_str(), type_name_of(t, positional));
            return CallOutcome::Error;
        }
        RefTo<TupleObject> tuple = to_tuple(t, positional);
        if (tuple.failed()) return CallOutcome::Error;
        positional = std::move(tuple);
    }
    Ref keywords;
    if (has_kwargs) {
        keywords = own(base[2]);
        if (!is_kind(keywords, Kind::Dict)) {
            RefTo<DictObject> dict = dict_new(t);
            if (dict.failed()) return CallOutcome::Error;
            Ref has_keys = lookup_attribute(t, keywords, t.interp.names.keys);
            if (has_keys.failed()) return CallOutcome::Error;
            if (has_keys.get().is_unbound()) {
                (void)raise(t, Exc::TypeError, "%s argument after ** must be a mapping, not %.200s",
                            callable_description(t, callee).c_str(), type_name_of(t, keywords));
                return CallOutcome::Error;
            }
            if (dict_update(t, dict.get(), keywords).failed()) return CallOutcome::Error;
            keywords = std::move(dict);
        }
    }
    DictObject* named = has_kwargs ? keywords.as<DictObject>() : nullptr;
    if (is_kind(callee, Kind::Function))
        return call_python_ex(t, f, base, Value::unbound(), positional.as<TupleObject>(), named);
    if (is_kind(callee, Kind::BoundMethod) && is_kind(callee.as<BoundMethodObject>()->function, Kind::Function)) {
        Ref self = own(callee.as<BoundMethodObject>()->self);
        base[0] = own(callee.as<BoundMethodObject>()->function).release();
        decref(callee);
        return call_python_ex(t, f, base, self, positional.as<TupleObject>(), named);
    }
    bool told = KRAIT_UNLIKELY(profiles(t)) && is_kind(callee, Kind::NativeFunction);
    Ref result;
    if (told) {
        CallFromDict all(t, positional.as<TupleObject>()->items, positional.as<TupleObject>()->size, named);
        result = all.failed() ? Ref(Failed{}) : call_native_profiled(t, f, callee, all.args());
    } else {
        result = call_with_dict(t, callee, positional.as<TupleObject>(), named);
    }
    if (result.failed()) return CallOutcome::Error;
    if (has_kwargs) drop_registers(base + 2, base + 3);
    drop_registers(base + 1, base + 2);
    base[0] = result.release();
    decref(callee);
    return CallOutcome::Done;
}

// Native rows that positional arguments alone can fill: the number of slots to fill, kApartSlots, or -1. In generator
// code there is `room` for so many slots.
static int64_t native_shape(const MethodDef* def, size_t given, int64_t room) {
    const SignatureInfo& info = def->info;
    if (given < info.required || (given > info.positional && !info.varargs)) return -1;
    uint32_t keyword_slots = ((uint32_t{1} << info.slots) - 1) & ~((uint32_t{1} << info.positional) - 1);
    if ((info.optional & keyword_slots) != keyword_slots) return -1;
    if ((given > info.positional && info.slots > info.positional) || info.slots > room) return kApartSlots;
    return info.slots > given ? info.slots : static_cast<int64_t>(given);
}

static unsigned specialise_function(FunctionObject* f, size_t given, bool method) {
    if (!f->code->translated) return INS_COUNT;   // the next execution knows more
    if (f->code->fast_argc < 0) return INS_COUNT;
    size_t argc = static_cast<size_t>(f->code->fast_argc);
    if (argc == given) return method ? INS_CALLM_PY : INS_CALL_PY;
    if (argc > given && f->defaults.is_object() && argc - given <= f->defaults.as<TupleObject>()->size)
        return method ? INS_CALLM_PYDEF : INS_CALL_PYDEF;
    return INS_COUNT;
}

static unsigned specialise_class(Thread& t, TypeObject* cls, size_t given, InlineCache* cache) {
    if (cls->type == t.interp.type(Kind::Type) && !has_flag(cls, kTypeHeap)) {
        cache->pointer = cls;
        return INS_CALL_TYPE;
    }
    if (cls->type != t.interp.type(Kind::Type) || !has_flag(cls, kTypeInline) || has_flag(cls, kTypeAbstract))
        return INS_COUNT;
    if (cls->slots.new_ != t.interp.type(Kind::ObjectType)->slots.new_) return INS_COUNT;
    Value init = type_lookup_nocall(cls, t.interp.names.dunder_init);
    if (!is_kind(init, Kind::Function)) return INS_COUNT;
    FunctionObject* f = init.as<FunctionObject>();
    if (f->code->fast_argc != static_cast<int32_t>(given) + 1) return INS_COUNT;
    cache->version = type_version(t.interp, cls);
    cache->pointer = f;
    return cache->version ? unsigned{INS_CALL_CLASS} : unsigned{INS_COUNT};
}

unsigned specialise_keywords(Thread& t, const Frame* f, const Value* base, size_t values, TupleObject* names,
                             bool method, InlineCache* cache) {
    if (!is_kind(base[0], Kind::Function) || f->tc->is_generator || names->size > kMaxMappedKeywords || watched(t))
        return INS_COUNT;
    if (method && base[1].is_unbound()) return INS_COUNT;
    CodeObject* code = base[0].as<FunctionObject>()->code;
    const TranslatedCode* tc = code->translated;
    if (!tc || tc->is_generator || tc->wide != f->tc->wide || code->id == 0 || names->size == 0 ||
        names->size > values || (code->flags & (CO_VARARGS | CO_VARKEYWORDS)) || code->total_args > 255)
        return INS_COUNT;
    size_t positional = values - names->size + (method ? 1 : 0);
    if (positional > static_cast<size_t>(code->argcount)) return INS_COUNT;
    uint64_t map = 0;
    for (uint32_t k = 0; k < names->size; ++k) {
        auto i = static_cast<uint32_t>(positional_only_count(code));
        while (i < code->total_args && code->varnames->items[i] != names->items[k]) ++i;
        if (i < positional || i == code->total_args) return INS_COUNT;
        for (uint32_t other = 0; other < k; ++other)
            if (names->items[other] == names->items[k]) return INS_COUNT;
        map |= uint64_t{i} << (8 * k);
    }
    cache->version = code->id;
    cache->index = keywords_key(Value::object(names));
    cache->word = map;
    return method ? INS_CALLMKW_PY : INS_CALLKW_PY;
}

static const TupleObject* mro_of_super(const Frame* f, const Thread& t, TypeObject* its_type, uint32_t* first) {
    const TupleObject* names = f->code->freevars;
    uint32_t i = 0;
    while (i < names->size && names->items[i] != Value::object(t.interp.names.dunder_class)) ++i;
    if (i == names->size) return nullptr;
    Value cell = f->R[f->tc->first_temp - names->size + i];
    if (!is_kind(cell, Kind::Cell) || !is_kind(cell.as<CellObject>()->contents, Kind::Type)) return nullptr;
    const TupleObject* mro = its_type->mro;
    for (uint32_t at = 0; mro && at < mro->size; ++at) {
        if (mro->items[at] != cell.as<CellObject>()->contents) continue;
        *first = at;
        return mro;
    }
    return nullptr;
}

struct NextInstruction {
    uint32_t op, b, c;
};
static NextInstruction next_instruction(const Frame* f) {
    if (f->tc->wide) {
        const WideIns* ins = static_cast<const WideIns*>(f->ip) + 1;
        return {ins->op, ins->b, ins->c};
    }
    const Ins* ins = static_cast<const Ins*>(f->ip) + 1;
    return {ins->op, ins->b, ins->c};
}

// `super().name(...)` in a method: what LOADM would find behind the frame's class along the MRO of self's type.
static unsigned specialise_super(Thread& t, const Frame* f, const Value* base, InlineCache* cache) {
    NextInstruction next = next_instruction(f);
    bool loads = next.op == INS_LOADM || next.op == INS_LOADM_CLASS || next.op == INS_LOADM_NATIVE ||
                 next.op == INS_LOADM_MODULE;
    if (!loads || f->R + next.b != base) return INS_COUNT;
    const CodeObject* code = f->code;
    if (code->argcount == 0 || !f->R[0].is_object()) return INS_COUNT;
    for (uint32_t i = 0; code->cell_to_arg && i < code->cellvars->size; ++i)
        if (code->cell_to_arg[i] == 0) return INS_COUNT;
    Value self = f->R[0];
    TypeObject* type = self.as_object()->type;
    if (layout_is(self, Kind::Type)) return INS_COUNT;
    uint32_t at;
    const TupleObject* mro = mro_of_super(f, t, type, &at);
    StrObject* name = code->names->items[f->tc->cache_names[next.c]].as<StrObject>();
    if (!mro || name == t.interp.names.dunder_class || !type_version(t.interp, type)) return INS_COUNT;
    TypeObject* start = mro->items[at].as<TypeObject>();
    Value found = Value::unbound();
    while (found.is_unbound() && ++at < mro->size)
        found = type_own_attribute_nocall(mro->items[at].as<TypeObject>(), name);
    bool function = is_kind(found, Kind::Function) || is_kind(found, Kind::SlotWrapper);
    if (!function && !(is_kind(found, Kind::MethodDescriptor) &&
                       descriptor_applies(t, self, found.as<MethodDescriptorObject>()->owner)))
        return INS_COUNT;
    cache->version = type->version;
    cache->index = start->version;
    cache->object = found.as_object();
    return cache->index ? INS_CALL_SUPER : INS_COUNT;
}

unsigned specialise_call(Thread& t, const Frame* f, const Value* base, size_t nargs, bool method, InlineCache* cache) {
    Value callee = base[0];
    if (!callee.is_object()) return INS_COUNT;
    if (method && base[1].is_unbound()) return INS_COUNT;
    size_t given = nargs + (method ? 1 : 0);
    // Generator code: no frames above its own registers, and natives' optional slots only as far as these reach.
    int64_t room = INT64_MAX;
    Kind callee_kind = callee.as_object()->kind;
    bool native = callee_kind == Kind::MethodDescriptor || callee_kind == Kind::NativeFunction ||
                  callee_kind == Kind::ClassMethodDescriptor;
    if (native && (f->tc->traces_lines || KRAIT_UNLIKELY(profile_set(t)))) return INS_COUNT;
    if (f->tc->is_generator) {
        if (!native) return INS_COUNT;
        room = f->R + f->tc->register_count - (base + 1);
    }
    switch (callee_kind) {
        case Kind::Function: return specialise_function(callee.as<FunctionObject>(), given, method);
        case Kind::ClassMethodDescriptor:   // LOADM_TYPE has checked what it is called with
        case Kind::MethodDescriptor: {
            if (!method) return INS_COUNT;
            const MethodDef* def = callee.as<MethodDescriptorObject>()->def;
            MethodKind kind = is_kind(callee, Kind::MethodDescriptor) ? MethodKind::Instance : MethodKind::Class;
            int64_t slots = native_shape(def, given, room);
            if (slots < 0 || def->kind != kind) return INS_COUNT;
            cache->pointer = const_cast<MethodDef*>(def);
            cache->index = static_cast<uint32_t>(slots);
            return INS_CALLM_NATIVE;
        }
        case Kind::NativeFunction: {
            NativeFunctionObject* native = callee.as<NativeFunctionObject>();
            if (method || native->def->info.has_self) return INS_COUNT;
            if (native->def->kind != MethodKind::Function && native->def->kind != MethodKind::Static) return INS_COUNT;
            int64_t slots = native_shape(native->def, given, room);
            if (slots < 0) return INS_COUNT;
            cache->pointer = const_cast<MethodDef*>(native->def);
            cache->index = static_cast<uint32_t>(slots);
            return is_length_intrinsic(native->def) ? INS_CALL_LEN : INS_CALL_NATIVE;
        }
        case Kind::Type:
            if (method) return INS_COUNT;
            if (nargs == 0 && callee == Value::object(t.interp.type(Kind::Super)))
                return specialise_super(t, f, base, cache);
            return specialise_class(t, callee.as<TypeObject>(), nargs, cache);
        default: return INS_COUNT;
    }
}

Value op_make_function(Thread& t, Frame* f, Value* first, unsigned flags) {
    size_t extras = static_cast<size_t>(__builtin_popcount(flags & 15));
    Value code = first[extras], qualname = first[extras + 1];
    // Compiled code always brings these kinds; hand-made bytecode may not.
    const Value* part = first;
    bool good = is_kind(code, Kind::Code) && as_str(qualname);
    if (flags & 1) good &= is_kind(*part++, Kind::Tuple);
    if (flags & 2) good &= is_kind(*part++, Kind::Dict);
    if (flags & 4) good &= is_kind(*part++, Kind::Dict);
    if (flags & 8) good &= is_kind(*part, Kind::Tuple);
    if (KRAIT_UNLIKELY(!good)) return raise_bad_internal_call(t, "MAKE_FUNCTION");
    RefTo<FunctionObject> function = function_new(t, code.as<CodeObject>(), f->function->globals, qualname);
    if (function.failed()) return Value::error();
    Value* next = first;
    auto take = [&](Value* place) {
        Value old = *place;
        *place = *next;
        *next++ = Value::unbound();
        decref(old);
    };
    if (flags & 1) take(&function->defaults);
    if (flags & 2) take(&function->kwdefaults);
    if (flags & 4) take(&function->annotations);
    if (flags & 8) take(&function->closure);
    drop_registers(first, first + extras + 2);
    return Value::object(function.release());
}

// A function that takes just these arguments: nothing is to be bound.
static Value call_exact(Thread& t, FunctionObject* function, const CallArgs& args) {
    Value* base = stack_top(t);
    if (!registers_fit(t, base + args.nargs + 1 + kStackSlack)) return Value::error();
    base[0] = own(function).release();
    for (size_t i = 0; i < args.nargs; ++i) base[i + 1] = own(args.args[i]).release();
    Value result = Value::error();
    if (KRAIT_LIKELY(push_python_frame(t, function, base + 1, args.nargs))) {
        t.frame->flags |= kFrameBoundary;
        result = run_frame(t, t.frame);
    }
    Value callee = base[0];
    base[0] = Value::unbound();
    decref(callee);
    return result;
}

Value call_python(Thread& t, FunctionObject* function, const CallArgs& args) {
    RecursionGuard guard(t, " while calling a Python object");
    if (guard.failed()) return Value::error();
    if (KRAIT_LIKELY(!args.kwnames && static_cast<int64_t>(args.nargs) == function->code->fast_argc))
        return call_exact(t, function, args);
    size_t keywords = args.kwnames ? args.kwnames->size : 0, values = args.nargs + keywords;
    Value* base = stack_top(t);
    if (!registers_fit(t, base + values + 1 + kStackSlack)) return Value::error();
    base[0] = own(function).release();
    for (size_t i = 0; i < values; ++i) {
        Value v = args.args[i];
        incref(v);
        base[i + 1] = v;
    }
    CallOutcome outcome = call_function(t, function, base, values, args.kwnames);
    if (outcome == CallOutcome::Entered) {
        t.frame->flags |= kFrameBoundary;
        Value result = run_frame(t, t.frame);
        Value callee = base[0];
        base[0] = Value::unbound();
        decref(callee);
        return result;
    }
    Value result = outcome == CallOutcome::Done ? base[0] : Value::error();
    if (outcome == CallOutcome::Done) {
        base[0] = Value::unbound();
    } else {
        drop_window(t, base, values + 1);
    }
    return result;
}

Ref run_code(Thread& t, CodeObject* code, DictObject* globals, Value locals, Value closure) {
    {   // only room on the C stack is asked for: the frame counts as a level itself
        RecursionGuard guard(t, "");
        if (guard.failed()) return Failed{};
    }
    RefTo<FunctionObject> function = TRY(function_new(t, code, globals, Value::unbound()));
    if (!closure.is_unbound()) {
        Value old = function->closure;
        incref(closure);
        function->closure = closure;
        decref(old);
    }
    if (!prepare_code(t, code)) return Failed{};
    const TranslatedCode* tc = code->translated;
    Value* base = stack_top(t);
    if (!registers_fit(t, base + 1 + tc->register_count + kStackSlack)) return Failed{};
    for (size_t i = 0; i < tc->first_temp; ++i) base[i + 1] = Value::unbound();
    if (tc->is_generator) return make_generator(t, function.get(), base + 1);
    base[0] = own(function.value()).release();
    bool entered = push_python_frame(t, function.get(), base + 1, 0, locals);
    if (entered) t.frame->flags |= kFrameBoundary;
    Ref result = entered ? Ref::steal(run_frame(t, t.frame)) : Ref(Failed{});
    Value callee = base[0];
    base[0] = Value::unbound();
    decref(callee);
    return result;
}

}  // namespace krait
