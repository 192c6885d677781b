// Globals, names of module and class bodies, cells, annotations.
#include "vm/interp/interp_ops.h"
#include "vm/object/str_utf8.h"

namespace krait {

static Value name_error(Thread& t, StrObject* name) {
    return raise(t, Exc::NameError, "name '%.200s' is not defined", told(t, name).c_str());
}

// Looks in globals, then builtins; *where: 0 globals, 1 builtins, 2 not cacheable. Borrowed, UNBOUND or ERROR.
static Value find_global(Thread& t, Frame* f, StrObject* name, InlineCache* cache, unsigned* where) {
    DictObject* globals = f->function->globals;
    *where = 2;
    if (globals->keys && globals->keys->all_str) {
        int64_t found = dict_find_str_nocall(globals, name);
        if (found >= 0) {
            cache->version = dict_version(t.interp, globals);
            cache->pointer = &globals->keys->entries()[found];
            if (cache->version) *where = 0;
            return globals->keys->entries()[found].value;
        }
    } else {
        Value v = dict_get_str(t, globals, name);
        if (!v.is_unbound()) return v;
    }
    Value builtins_value = f->function->builtins;
    DictObject* builtins = as_dict(builtins_value);
    if (!builtins) return Value::unbound();
    if (builtins->keys && builtins->keys->all_str) {
        int64_t found = dict_find_str_nocall(builtins, name);
        if (found < 0) return Value::unbound();
        cache->version = dict_version(t.interp, globals);
        cache->index = dict_version(t.interp, builtins);
        cache->pointer = &builtins->keys->entries()[found];
        if (cache->version && cache->index) *where = 1;
        return builtins->keys->entries()[found].value;
    }
    return dict_get_str(t, builtins, name);
}

// A name that is in no dict, when globals["__builtins__"] is an object of another type.
static Ref ask_builtins(Thread& t, Frame* f, StrObject* name) {
    DictObject* builtins = as_dict(f->function->builtins);
    if (!builtins || builtins->used) return Ref();
    Value found = dict_get_str(t, f->function->globals, t.interp.names.dunder_builtins);
    if (found.is_error()) return Failed{};
    if (found.is_unbound() || layout_is(found, Kind::Module) || layout_is(found, Kind::Dict)) return Ref();
    Ref held = own(found);
    Ref v = get_item(t, held, Value::object(name));
    if (!v.failed() || !pending_matches(t, Exc::KeyError)) return v;
    clear_exception(t);
    return Ref();
}

Value op_load_global(Thread& t, Frame* f, StrObject* name, InlineCache* cache, unsigned* new_op) {
    unsigned where;
    Value v = find_global(t, f, name, cache, &where);
    if (v.is_error()) return v;
    if (v.is_unbound()) {
        Ref asked = TRY(ask_builtins(t, f, name));
        return asked.get().is_unbound() ? name_error(t, name) : asked.release();
    }
    *new_op = where == 0 ? INS_LOADG_M : where == 1 ? INS_LOADG_B : INS_LOADG;
    return own(v).release();
}

static Value load_from_locals(Thread& t, Frame* f, StrObject* name) {
    if (!(f->flags & kFrameHasLocals)) return Value::unbound();
    if (is_kind(f->locals, Kind::Dict)) {
        Value v = dict_get_str(t, f->locals.as<DictObject>(), name);
        incref(v);
        return v;
    }
    Ref v = get_item(t, f->locals, Value::object(name));
    if (!v.failed()) return v.release();
    if (!pending_matches(t, Exc::KeyError)) return Value::error();
    clear_exception(t);
    return Value::unbound();
}

Value op_load_name(Thread& t, Frame* f, StrObject* name, InlineCache* cache, unsigned* new_op) {
    bool module = (f->flags & kFrameHasLocals) && f->locals == Value::object(f->function->globals);
    if (!module) {
        *new_op = INS_LOADNAME;
        Value v = load_from_locals(t, f, name);
        if (!v.is_unbound()) return v;   // also ERROR
    }
    unsigned where;
    Value v = find_global(t, f, name, cache, &where);
    if (v.is_error()) return v;
    if (v.is_unbound()) {
        Ref asked = TRY(ask_builtins(t, f, name));
        return asked.get().is_unbound() ? name_error(t, name) : asked.release();
    }
    if (module) *new_op = where == 0 ? INS_LOADNAME_M : where == 1 ? INS_LOADNAME_B : INS_LOADNAME;
    return own(v).release();
}

bool op_store_name(Thread& t, Frame* f, StrObject* name, Value v, InlineCache* cache, unsigned* new_op) {
    if (!(f->flags & kFrameHasLocals)) {
        (void)raise(t, Exc::SystemError, "no locals found when storing '%.200s'", told(t, name).c_str());
        return false;
    }
    *new_op = INS_STORENAME;
    if (!is_kind(f->locals, Kind::Dict)) return static_cast<bool>(set_item(t, f->locals, Value::object(name), v));
    DictObject* dict = f->locals.as<DictObject>();
    if (dict_set_str(t, dict, name, v).failed()) return false;
    if (dict == f->function->globals && dict->keys && dict->keys->all_str) {
        int64_t found = dict_find_str_nocall(dict, name);
        cache->version = dict_version(t.interp, dict);
        if (found >= 0 && cache->version) {
            cache->pointer = &dict->keys->entries()[found];
            *new_op = INS_STORENAME_M;
        }
    }
    return true;
}

bool op_delete_name(Thread& t, Frame* f, StrObject* name) {
    if (!(f->flags & kFrameHasLocals)) {
        (void)raise(t, Exc::SystemError, "no locals when deleting '%.200s'", told(t, name).c_str());
        return false;
    }
    if (is_kind(f->locals, Kind::Dict)) {
        Fallible<bool> gone = dict_delete_str(t, f->locals.as<DictObject>(), name);
        if (gone.failed()) return false;
        if (!gone.value()) (void)name_error(t, name);
        return gone.value();
    }
    if (!delete_item(t, f->locals, Value::object(name)).failed()) return true;
    if (pending_matches(t, Exc::KeyError)) {
        clear_exception(t);
        (void)name_error(t, name);
    }
    return false;
}

bool op_store_global(Thread& t, Frame* f, StrObject* name, Value v) {
    return static_cast<bool>(dict_set_str(t, f->function->globals, name, v));
}

bool op_delete_global(Thread& t, Frame* f, StrObject* name) {
    Fallible<bool> gone = dict_delete_str(t, f->function->globals, name);
    if (gone.failed()) return false;
    if (!gone.value()) (void)name_error(t, name);
    return gone.value();
}

void raise_unbound_local(Thread& t, Frame* f, uint32_t index) {
    StrObject* name = f->code->varnames->items[index].as<StrObject>();
    (void)raise(t, Exc::UnboundLocalError, "local variable '%.200s' referenced before assignment",
                told(t, name).c_str());
}

// Name of the variable of a cell register; `*free` tells free variables from cells of this function.
static StrObject* cell_name(Frame* f, uint32_t cell_register, bool* free) {
    uint32_t index = cell_register - f->tc->local_count;
    *free = index >= f->tc->cell_count;
    TupleObject* names = *free ? f->code->freevars : f->code->cellvars;
    return names->items[*free ? index - f->tc->cell_count : index].as<StrObject>();
}

static Failed unbound_cell(Thread& t, Frame* f, uint32_t cell_register) {
    bool free;
    std::string name = told(t, cell_name(f, cell_register, &free));
    if (!free)
        return raise(t, Exc::UnboundLocalError, "local variable '%.200s' referenced before assignment", name.c_str());
    return raise(t, Exc::NameError, "free variable '%.200s' referenced before assignment in enclosing scope",
                 name.c_str());
}

Value op_load_deref(Thread& t, Frame* f, uint32_t cell_register) {
    Value v = f->R[cell_register].as<CellObject>()->contents;
    if (v.is_unbound()) return unbound_cell(t, f, cell_register);
    return own(v).release();
}

Value op_load_class_deref(Thread& t, Frame* f, uint32_t cell_register) {
    bool free;
    Value v = load_from_locals(t, f, cell_name(f, cell_register, &free));
    if (!v.is_unbound()) return v;
    return op_load_deref(t, f, cell_register);
}

bool op_delete_deref(Thread& t, Frame* f, uint32_t cell_register) {
    CellObject* cell = f->R[cell_register].as<CellObject>();
    if (cell->contents.is_unbound()) {
        (void)unbound_cell(t, f, cell_register);
        return false;
    }
    Value old = cell->contents;
    cell->contents = Value::unbound();
    decref(old);
    return true;
}

static Failed no_annotations(Thread& t) {
    return raise(t, Exc::NameError, "__annotations__ not found");
}

bool op_setup_annotations(Thread& t, Frame* f) {
    if (!(f->flags & kFrameHasLocals)) {
        (void)raise(t, Exc::SystemError, "no locals found when setting up annotations");
        return false;
    }
    StrObject* name = t.interp.names.dunder_annotations;
    Ref found = Ref::steal(load_from_locals(t, f, name));
    if (found.failed()) return false;
    if (!found.get().is_unbound()) return true;
    Ref fresh = dict_new(t);
    return !fresh.failed() && !set_item(t, f->locals, Value::object(name), fresh).failed();
}

bool op_store_annotation(Thread& t, Frame* f, StrObject* name, Value v) {
    Ref annotations = Ref::steal(load_from_locals(t, f, t.interp.names.dunder_annotations));
    if (annotations.failed()) return false;
    if (annotations.get().is_unbound()) {
        (void)no_annotations(t);
        return false;
    }
    return static_cast<bool>(set_item(t, annotations, Value::object(name), v));
}

}  // namespace krait
