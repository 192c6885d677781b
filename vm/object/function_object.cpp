#include "vm/object/function_object.h"

#include "vm/error/raise.h"
#include "vm/interp/frame.h"
#include "vm/object/code_object.h"
#include "vm/protocol/call.h"
#include "vm/protocol/protocol.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ functions

// The dict in which the function looks for built-in names: globals["__builtins__"] (a module or dict), else the
// interpreter's own. For an object of another type it is empty: whoever finds nothing there asks that object.
static Ref builtins_of(Thread& t, DictObject* globals) {
    Value found = dict_get_str(t, globals, t.interp.names.dunder_builtins);
    if (found.is_error()) return Failed{};
    if (layout_is(found, Kind::Module)) return own(found.as<ModuleObject>()->dict);
    if (layout_is(found, Kind::Dict)) return own(found);
    if (!found.is_unbound()) return dict_new(t);
    if (t.interp.builtins_module) return own(t.interp.builtins_module->dict);
    return Ref();
}

static Ref code_doc(const CodeObject* code) {
    bool has_doc = code->consts->size > 0 && layout_is(code->consts->items[0], Kind::Str);
    return own(has_doc ? code->consts->items[0] : Value::none());
}

RefTo<FunctionObject> function_new(Thread& t, CodeObject* code, DictObject* globals, Value qualname) {
    Ref builtins = TRY(builtins_of(t, globals));
    Value module_name = dict_get_str(t, globals, t.interp.names.dunder_name);
    if (module_name.is_error()) return Failed{};
    Ref module = own(module_name);
    auto* f = allocate<FunctionObject>(t, t.interp.type(Kind::Function));
    if (!f) return Failed{};
    incref(code);
    f->code = code;
    incref(globals);
    f->globals = globals;
    f->builtins = builtins.release();
    f->version = t.interp.fresh_version();
    f->reserved = 0;
    f->defaults = f->kwdefaults = f->closure = f->annotations = Value::unbound();
    f->name = own(code->name).release();
    f->qualname = own(qualname.is_unbound() ? Value::object(code->name) : qualname).release();
    f->module = module.release();
    f->doc = code_doc(code).release();
    f->dict = nullptr;
    gc_track(f);
    return RefTo<FunctionObject>::steal(f);
}

void function_changed(Interpreter& interp, FunctionObject* f) { f->version = interp.fresh_version(); }

Value function_call(Thread& t, Value function, const CallArgs& args) {
    return call_python(t, function.as<FunctionObject>(), args);
}

Value function_get(Thread& t, Value descr, Value instance, Value) {
    if (instance.is_unbound()) return own(descr).release();
    return bound_method_new(t, descr, instance).release();
}

void function_dealloc(Interpreter& interp, Object* o) {
    auto* f = static_cast<FunctionObject*>(o);
    if (f->code) decref(f->code);
    if (f->globals) decref(f->globals);
    for (Value v : {f->builtins, f->defaults, f->kwdefaults, f->closure, f->name, f->qualname, f->module, f->doc,
                    f->annotations})
        decref(v);
    if (f->dict) decref(f->dict);
    free_object(interp, o);
}

void function_traverse(Object* o, Visitor& visitor) {
    auto* f = static_cast<FunctionObject*>(o);
    visitor.visit_pointer(f->code);
    visitor.visit_pointer(f->globals);
    for (Value v : {f->builtins, f->defaults, f->kwdefaults, f->closure, f->name, f->qualname, f->module, f->doc,
                    f->annotations})
        visitor.visit(v);
    visitor.visit_pointer(f->dict);
}

// Code and globals stay: the function can still be called by finalisers.
void function_clear(Interpreter& interp, Object* o) {
    auto* f = static_cast<FunctionObject*>(o);
    function_changed(interp, f);
    for (Value* field : {&f->defaults, &f->kwdefaults, &f->module, &f->doc, &f->annotations}) {
        Value old = *field;
        *field = Value::unbound();
        decref(old);
    }
    if (DictObject* dict = f->dict) {
        f->dict = nullptr;
        decref(dict);
    }
}

// ------------------------------------------------------------------------------------------------ bound methods

Ref bound_method_new(Thread& t, Value function, Value self) {
    auto* m = allocate<BoundMethodObject>(t, t.interp.type(Kind::BoundMethod));
    if (!m) return Failed{};
    incref(function);
    incref(self);
    m->function = function;
    m->self = self;
    gc_track(m);
    return Ref::steal(m);
}

Value bound_method_call(Thread& t, Value method, const CallArgs& args) {
    auto* m = method.as<BoundMethodObject>();
    Ref function = own(m->function), self = own(m->self);
    PrependedArgs all(t, self, args);
    if (all.failed()) return Value::error();
    return call(t, function, all.args()).release();
}

void bound_method_dealloc(Interpreter& interp, Object* o) {
    auto* m = static_cast<BoundMethodObject*>(o);
    decref(m->function);
    decref(m->self);
    free_object(interp, o);
}

void bound_method_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<BoundMethodObject*>(o)->function);
    visitor.visit(static_cast<BoundMethodObject*>(o)->self);
}

// ------------------------------------------------------------------------------------------------ cells

Ref cell_new(Thread& t, Value contents) {
    auto* cell = allocate<CellObject>(t, t.interp.type(Kind::Cell));
    if (!cell) return Failed{};
    incref(contents);
    cell->contents = contents;
    gc_track(cell);
    return Ref::steal(cell);
}

void cell_dealloc(Interpreter& interp, Object* o) {
    decref(static_cast<CellObject*>(o)->contents);
    free_object(interp, o);
}

void cell_traverse(Object* o, Visitor& visitor) { visitor.visit(static_cast<CellObject*>(o)->contents); }

void cell_clear(Interpreter&, Object* o) {
    auto* cell = static_cast<CellObject*>(o);
    Value old = cell->contents;
    cell->contents = Value::unbound();
    decref(old);
}

}  // namespace krait
