// The weak reference table: open addressing with linear probing, deletion by shifting back.
#include "vm/memory/weakref.h"

#include <cstring>

#include "support/hash.h"
#include "vm/error/raise.h"
#include "vm/memory/destroy_queue.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

size_t place(const WeakrefTable& w, const Object* o) {
    size_t i = hash_mix(reinterpret_cast<uintptr_t>(o)) & (w.capacity - 1);
    while (w.entries[i].object && w.entries[i].object != o) i = (i + 1) & (w.capacity - 1);
    return i;
}

WeakrefTable::Entry* find(WeakrefTable& w, const Object* o) {
    if (w.count == 0) return nullptr;
    WeakrefTable::Entry& e = w.entries[place(w, o)];
    return e.object ? &e : nullptr;
}

bool grow(Interpreter& interp, WeakrefTable& w) {
    size_t capacity = w.capacity ? w.capacity * 2 : 32;
    size_t bytes = capacity * sizeof(WeakrefTable::Entry);
    auto* entries = static_cast<WeakrefTable::Entry*>(interp.heap.allocate_buffer(bytes));
    if (!entries) return false;
    std::memset(static_cast<void*>(entries), 0, bytes);
    WeakrefTable larger{entries, capacity, w.count};
    for (size_t i = 0; i < w.capacity; ++i)
        if (w.entries[i].object) larger.entries[place(larger, w.entries[i].object)] = w.entries[i];
    interp.heap.free_buffer(w.entries, w.capacity * sizeof(WeakrefTable::Entry));
    w = larger;
    return true;
}

void erase(WeakrefTable& w, Object* o) {
    WeakrefTable::Entry* e = find(w, o);
    if (!e) return;
    o->flags &= static_cast<uint8_t>(~kHasWeakref);
    size_t mask = w.capacity - 1, hole = static_cast<size_t>(e - w.entries);
    for (size_t i = (hole + 1) & mask; w.entries[i].object; i = (i + 1) & mask) {
        size_t home = hash_mix(reinterpret_cast<uintptr_t>(w.entries[i].object)) & mask;
        if (((i - home) & mask) < ((i - hole) & mask)) continue;   // its home lies behind the hole
        w.entries[hole] = w.entries[i];
        hole = i;
    }
    w.entries[hole] = {};
    --w.count;
}

void link_first(WeakrefTable::Entry& e, WeakRefObject* r) {
    r->previous = nullptr;
    r->next = e.first;
    if (e.first) e.first->previous = r;
    e.first = r;
}

// The shared reference and proxy without callback stay in front of the list.
void link_reference(WeakrefTable::Entry& e, WeakRefObject* r, bool shared) {
    WeakRefObject* after = nullptr;
    if (!shared) {
        for (WeakRefObject* s = e.first; s && s->callback.is_unbound() && s->kind != Kind::Other; s = s->next)
            after = s;
    } else if (r->kind != Kind::WeakRef && e.first && e.first->kind == Kind::WeakRef &&
               e.first->callback.is_unbound()) {
        after = e.first;
    }
    if (!after) return link_first(e, r);
    r->previous = after;
    r->next = after->next;
    if (after->next) after->next->previous = r;
    after->next = r;
}

void unlink(Interpreter& interp, WeakRefObject* r) {
    Object* o = r->referent;
    if (!o) return;
    WeakrefTable::Entry* e = find(*interp.weakrefs, o);
    if (r->previous) r->previous->next = r->next;
    else if (e) e->first = r->next;
    if (r->next) r->next->previous = r->previous;
    r->referent = nullptr;
    r->previous = r->next = nullptr;
    if (e && !e->first) erase(*interp.weakrefs, o);
}

WeakRefObject* shared_reference(Interpreter& interp, TypeObject* type, Object* o) {
    for (WeakRefObject* r = weakref_first(interp, o); r; r = r->next)
        if (r->type == type && r->callback.is_unbound() && r->refcount != 0 && !(r->flags & kInDestroy)) return r;
    return nullptr;
}

}  // namespace

WeakRefObject* weakref_first(Interpreter& interp, Object* o) {
    if (!(o->flags & kHasWeakref)) return nullptr;
    WeakrefTable::Entry* e = find(*interp.weakrefs, o);
    return e ? e->first : nullptr;
}

Ref weakref_new(Thread& t, TypeObject* type, Value referent, Value callback) {
    if (!referent.is_object() || !has_flag(type_of(t, referent), kTypeHasWeakrefs))
        return raise(t, Exc::TypeError, "cannot create weak reference to '%s' object", type_name_of(t, referent));
    if (callback.is_none()) callback = Value::unbound();
    Object* o = referent.as_object();
    bool exact = !(type->type_flags & kTypeHeap);
    bool shared = exact && callback.is_unbound();
    if (shared)
        if (WeakRefObject* r = shared_reference(t.interp, type, o)) return own(r);
    auto* r = allocate_instance<WeakRefObject>(t, type);
    if (!r) return Failed{};
    r->referent = nullptr;
    r->callback = callback;
    incref(callback);
    r->previous = r->next = nullptr;
    r->hash = 0;
    r->hash_known = false;
    Ref result = Ref::steal(r);
    WeakrefTable& w = *t.interp.weakrefs;
    if ((w.count + 1) * 2 > w.capacity && !grow(t.interp, w)) return raise_memory_error(t);
    WeakrefTable::Entry& e = w.entries[place(w, o)];
    if (!e.object) {
        e.object = o;
        e.first = nullptr;
        ++w.count;
        o->flags |= kHasWeakref;
    }
    r->referent = o;
    link_reference(e, r, shared);
    gc_track(r);
    return result;
}

void weakrefs_forget(Interpreter& interp, Object* o) {
    WeakRefObject* r = weakref_first(interp, o);
    erase(*interp.weakrefs, o);
    while (r) {
        WeakRefObject* next = r->next;
        r->referent = nullptr;
        r->previous = r->next = nullptr;
        r = next;
    }
    o->flags &= static_cast<uint8_t>(~kHasWeakref);
}

void weakrefs_detach_garbage(Interpreter& interp, Object* o, WeakRefObject** chain) {
    WeakRefObject* r = weakref_first(interp, o);
    erase(*interp.weakrefs, o);
    o->flags &= static_cast<uint8_t>(~kHasWeakref);
    WeakRefObject** tail = chain;
    while (*tail) tail = &(*tail)->next;
    while (r) {
        WeakRefObject* next = r->next;
        r->referent = nullptr;
        r->previous = r->next = nullptr;
        bool alive = r->refcount != 0 && !(r->flags & (kInDestroy | kGcMark));
        if (alive && !r->callback.is_unbound()) {
            incref(r);
            *tail = r;
            tail = &r->next;
        }
        r = next;
    }
}

void weakrefs_run_callbacks(Thread& t, WeakRefObject* chain) {
    if (!chain) return;
    FreshNesting nesting(t);
    SavedException saved(t);
    while (chain) {
        Ref reference = Ref::steal(chain);
        WeakRefObject* r = chain;
        chain = r->next;
        r->next = nullptr;
        Ref callback = Ref::steal(r->callback);
        r->callback = Value::unbound();
        if (t.hard_stop || callback.get().is_unbound()) continue;
        Ref result = call(t, callback, reference);
        if (result.failed()) write_unraisable(t, callback);
    }
}

void weakrefs_clear(Thread& t, Object* o) {
    WeakRefObject* chain = nullptr;
    weakrefs_detach_garbage(t.interp, o, &chain);
    weakrefs_run_callbacks(t, chain);
}

void weakref_table_free(Interpreter& interp) {
    WeakrefTable& w = *interp.weakrefs;
    interp.heap.free_buffer(w.entries, w.capacity * sizeof(WeakrefTable::Entry));
    w = {};
}

void weakref_dealloc(Interpreter& interp, Object* o) {
    auto* r = static_cast<WeakRefObject*>(o);
    gc_untrack(o);
    unlink(interp, r);
    Ref callback = Ref::steal(r->callback);
    free_object(interp, o);
}

void weakref_traverse(Object* o, Visitor& v) {
    v.visit(static_cast<WeakRefObject*>(o)->callback);
}

void weakref_clear(Interpreter& interp, Object* o) {
    auto* r = static_cast<WeakRefObject*>(o);
    unlink(interp, r);
    Ref callback = Ref::steal(r->callback);
    r->callback = Value::unbound();
}

}  // namespace krait
