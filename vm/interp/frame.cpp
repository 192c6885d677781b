// Frames as Python sees them: positions, frame objects made on demand, locals.
#include "vm/interp/frame.h"

#include "vm/interp/generator.h"
#include "vm/interp/interp_ops.h"
#include "vm/interp/tracing.h"

namespace krait {

int32_t frame_lasti(const Frame* f) {
    const TranslatedCode* tc = f->tc;
    // Nothing was executed yet.
    if ((f->flags & kFrameNotStarted) || (f->event == static_cast<uint32_t>(TraceEvent::Call) && f->ip == tc->ins))
        return -1;
    ptrdiff_t offset = static_cast<const char*>(f->ip) - static_cast<const char*>(tc->ins);
    size_t index = static_cast<size_t>(offset) / (tc->wide ? sizeof(WideIns) : sizeof(Ins));
    return index < tc->ins_count ? static_cast<int32_t>(tc->pcmap[index]) : -1;
}

int32_t frame_object_lasti(const FrameObject* object) {
    if (object->running) return frame_lasti(object->running);
    return object->generator ? generator_lasti(object->generator) : object->lasti;
}

int32_t frame_object_line(const FrameObject* object) {
    if (!object->trace.is_none() && object->told_line != 0) return object->told_line;
    int32_t at = frame_object_lasti(object);
    return at < 0 ? object->code->firstlineno : code_line(object->code, at);
}

int32_t frame_line(const Frame* f) { return code_line(f->code, frame_lasti(f)); }

Frame* caller_frame(Thread& t, unsigned depth) {
    Frame* f = t.frame;
    while (f && f >= t.frames && depth--) --f;
    return f && f >= t.frames ? f : nullptr;
}

static RefTo<FrameObject> new_frame_object(Thread& t, CodeObject* code, FunctionObject* function) {
    FrameObject* object = allocate<FrameObject>(t, t.interp.type(Kind::Frame));
    if (!object) return Failed{};
    incref(static_cast<Object*>(code));
    incref(static_cast<Object*>(function));
    object->back = nullptr;
    object->code = code;
    object->function = function;
    object->running = nullptr;
    object->generator = nullptr;
    object->values = nullptr;
    object->value_count = 0;
    object->lasti = -1;
    object->told_line = 0;
    object->locals = Value::unbound();
    object->trace = Value::none();
    gc_track(object);
    return RefTo<FrameObject>::steal(object);
}

RefTo<FrameObject> frame_object(Thread& t, Frame* f) {
    if (f->object) return RefTo<FrameObject>::own(f->object);
    GeneratorObject* generator = (f->flags & kFrameGenerator) ? f->extra.as<GeneratorObject>() : nullptr;
    RefTo<FrameObject> object;
    if (generator && generator->frame_object) {
        object = RefTo<FrameObject>::own(generator->frame_object);
    } else {
        object = TRY(new_frame_object(t, f->code, f->function));
        if (generator) {
            object->generator = generator;
            generator->frame_object = RefTo<FrameObject>::own(object.get()).release();
        } else if (f->flags & kFrameHasLocals) {
            object->locals = own(f->locals).release();
        }
    }
    object->running = f;
    f->object = RefTo<FrameObject>::own(object.get()).release();
    return object;
}

RefTo<FrameObject> generator_frame_object(Thread& t, GeneratorObject* g) {
    if (g->frame_object) return RefTo<FrameObject>::own(g->frame_object);
    RefTo<FrameObject> object = TRY(new_frame_object(t, g->code, g->function));
    object->generator = g;
    g->frame_object = RefTo<FrameObject>::own(object.get()).release();
    return object;
}

void detach_frame_object(Thread& t, Frame* f) {
    FrameObject* object = f->object;
    object->lasti = frame_lasti(f);
    // Who resumed a generator last is not remembered.
    bool resumed = (f->flags & kFrameGenerator) != 0;
    if (Frame* back = f == t.frames || resumed ? nullptr : f - 1; back && !object->back) {
        SavedException keep(t);
        RefTo<FrameObject> caller = frame_object(t, back);
        if (caller.failed()) clear_exception(t);
        else object->back = caller.release();
    }
    uint32_t count = f->tc->first_temp;
    if (object->values || count == 0) return;
    object->values = static_cast<Value*>(t.heap.allocate_buffer(count * sizeof(Value)));
    if (!object->values) return;   // f_locals stays empty: nothing else depends on it
    object->value_count = count;
    for (uint32_t i = 0; i < count; ++i) {
        object->values[i] = f->R[i];
        f->R[i] = Value::unbound();
    }
}

// Where the locals and cells of a frame object lie now; null when they are gone.
static const Value* frame_values(const FrameObject* object) {
    if (object->running) return object->running->R;
    if (object->generator && object->generator->registers) return object->generator->registers;
    return object->values;
}

static Status snapshot(Thread& t, DictObject* dict, TupleObject* names, const Value* values, bool cells) {
    for (size_t i = names->size; i-- > 0;) {   // last first, as 3.6 orders a fresh dict
        Value v = values[i];
        if (cells) v = is_kind(v, Kind::Cell) ? v.as<CellObject>()->contents : Value::unbound();
        StrObject* name = names->items[i].as<StrObject>();
        Ref held = own(v);
        if (v.is_unbound()) TRY(dict_delete_str(t, dict, name));
        else TRY(dict_set_str(t, dict, name, held));
    }
    return ok();
}

Ref frame_locals(Thread& t, FrameObject* object) {
    CodeObject* code = object->code;
    if (!(code->flags & CO_OPTIMIZED)) {
        if (object->locals.is_unbound()) object->locals = Ref(TRY(dict_new(t))).release();
        // A class body's free variables are not its locals.
        return own(object->locals);
    }
    if (!is_kind(object->locals, Kind::Dict)) {
        Ref fresh = TRY(dict_new(t));
        decref(std::exchange(object->locals, fresh.release()));
    }
    Ref result = own(object->locals);
    const Value* values = frame_values(object);
    if (!values) return result;
    DictObject* dict = result.as<DictObject>();
    TRY(snapshot(t, dict, code->varnames, values, false));
    const Value* cells = values + code->varnames->size;  // co_nlocals is only a claim
    TRY(snapshot(t, dict, code->cellvars, cells, true));
    TRY(snapshot(t, dict, code->freevars, cells + code->cellvars->size, true));
    return result;
}

void frame_dealloc(Interpreter& interp, Object* o) {
    FrameObject* f = static_cast<FrameObject*>(o);
    gc_untrack(f);
    if (f->back) decref(static_cast<Object*>(f->back));
    if (f->values) {
        drop_registers(f->values, f->values + f->value_count);
        interp.heap.free_buffer(f->values, f->value_count * sizeof(Value));
    }
    decref(f->locals);
    decref(f->trace);
    decref(static_cast<Object*>(f->function));
    decref(static_cast<Object*>(f->code));
    free_object(interp, o);
}

void frame_traverse(Object* o, Visitor& visitor) {
    FrameObject* f = static_cast<FrameObject*>(o);
    visitor.visit_pointer(f->back);
    visitor.visit_pointer(f->code);
    visitor.visit_pointer(f->function);
    for (uint32_t i = 0; i < f->value_count; ++i) visitor.visit(f->values[i]);
    visitor.visit(f->locals);
    visitor.visit(f->trace);
}

void frame_clear(Interpreter& interp, Object* o) {
    FrameObject* f = static_cast<FrameObject*>(o);
    FrameObject* back = std::exchange(f->back, nullptr);
    Value* values = std::exchange(f->values, nullptr);
    uint32_t count = std::exchange(f->value_count, 0);
    Value locals = std::exchange(f->locals, Value::unbound());
    Value trace = std::exchange(f->trace, Value::none());
    if (back) decref(static_cast<Object*>(back));
    if (values) {
        drop_registers(values, values + count);
        interp.heap.free_buffer(values, count * sizeof(Value));
    }
    decref(locals);
    decref(trace);
}

}  // namespace krait
