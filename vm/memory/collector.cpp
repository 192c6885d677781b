// The cycle collector: trial deletion over the pages of containers and the list of large objects.
//
// 1. No per-object link: counts of a collection stand in one side array per page (LargeHeader::gc for large objects)
//    and are not charged to the script. If the system has no memory for them, the collection does not take place; nor
//    does it when the time limit passes before 3.
// 2. subtract: gc_refs = refcount minus the references found by traversing tracked objects. What is left above zero is
//    referenced from outside (registers, C++ frames, untracked objects): a root. mark: all that roots reach lives.
// 3. The rest is garbage. It is held by the collection, marked kGcMark, and then: weak references to it die and the
//    callbacks of reachable ones run; finalisers run, once per object; if anything was resurrected, all of it lives
//    on (as in 3.6); otherwise every object is cleared and released.
// 4. Between 1 and the list of garbage no Python code runs and nothing is allocated from the heap. From then on pages
//    stay (release_holds_), because their side arrays are still needed.
#include "vm/memory/collector.h"

#include <cstdlib>

#include "vm/error/raise.h"
#include "vm/memory/destroy_queue.h"
#include "vm/memory/weakref.h"
#include "vm/object/dict_object.h"
#include "vm/object/instance_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

constexpr uint32_t kReachable = UINT32_MAX;
constexpr uint32_t kSaturated = UINT32_MAX - 1;

// Growing array outside the accounted heap.
class ObjectArray {
  public:
    ObjectArray() = default;
    ~ObjectArray() { std::free(items_); }
    ObjectArray(const ObjectArray&) = delete;
    ObjectArray& operator=(const ObjectArray&) = delete;
    bool push(Object* o) {
        if (count_ == capacity_) {
            size_t capacity = capacity_ ? capacity_ * 2 : 256;
            void* grown = std::realloc(items_, capacity * sizeof(Object*));
            if (!grown) return false;
            items_ = static_cast<Object**>(grown);
            capacity_ = capacity;
        }
        items_[count_++] = o;
        return true;
    }
    Object* pop() { return count_ ? items_[--count_] : nullptr; }
    Object** begin() { return items_; }
    Object** end() { return items_ + count_; }
    size_t size() const { return count_; }

  private:
    Object** items_ = nullptr;
    size_t count_ = 0, capacity_ = 0;
};

bool tracked(const Object* o) {
    return o && (o->flags & (kGcTracked | kInDestroy)) == kGcTracked && o->refcount != 0;
}

// Every reference an object owns, the one to its heap type included.
void traverse(Object* o, Visitor& v) {
    TypeObject* type = o->type;
    if (type->slots.traverse) type->slots.traverse(o, v);
    if ((type->type_flags & kTypeHeap) && type != o) v.visit_object(type);
}

template <class F>
class FunctionVisitor final : public Visitor {
  public:
    explicit FunctionVisitor(F& f) : f_(f) {}
    void visit_object(Object* o) override {
        if (o) f_(o);
    }

  private:
    F& f_;
};
template <class F>
void for_each_referent(Object* o, F&& f) {
    FunctionVisitor<F> visitor(f);
    traverse(o, visitor);
}

}  // namespace

class Collector {
  public:
    explicit Collector(Thread& t) : thread_(t), heap_(t.heap) { ++heap_.release_holds_; }
    ~Collector() {
        release_side_arrays();
        --heap_.release_holds_;
    }
    size_t run();

  private:
    bool prepare_counts();
    bool find_garbage();
    size_t count_found();
    bool mark_from(Object* root);
    bool on_time(const Object* traversed);
    bool resurrected();
    void clear_weakrefs();
    void save_all();
    void release_garbage();
    void release_side_arrays();

    // The count of an object that has one.
    uint32_t get(Object* o) { return o->flags & kLarge ? static_cast<uint32_t>(large(o)->gc >> 32) : cell(o); }
    void set(Object* o, uint32_t n) {
        if (o->flags & kLarge) large(o)->gc = uint64_t{n} << 32 | (large(o)->gc & 1);
        else cell(o) = n;
    }
    static Heap::LargeHeader* large(Object* o) { return reinterpret_cast<Heap::LargeHeader*>(o) - 1; }
    static uint32_t& cell(Object* o) {
        PageHeader* page = page_of(o);
        return page->gc_refs[page->index_of(o)];
    }
    void subtract(Object* o) {
        uint32_t n = get(o);
        if (n != 0 && n < kSaturated) set(o, n - 1);
    }
    void start_count(Object* o, uint32_t held) {
        set(o, static_cast<int32_t>(o->refcount) < 0 ? kSaturated : o->refcount - held);
    }
    template <class F>
    void for_each_tracked(F&& f) {
        heap_.for_each_object([&](Object* o) {
            if (tracked(o)) f(o);
        });
    }

    Thread& thread_;
    Heap& heap_;
    ObjectArray garbage_, work_;
    unsigned traversals_ = 0;
};

bool Collector::prepare_counts() {
    for (PageHeader* p = heap_.pages_; p; p = p->next) {
        if (!p->gc || p->carved == 0) continue;
        p->gc_refs = static_cast<uint32_t*>(std::calloc(p->carved, sizeof(uint32_t)));
        if (!p->gc_refs) return false;
    }
    return true;
}

void Collector::release_side_arrays() {
    for (PageHeader* p = heap_.pages_; p; p = p->next) {
        std::free(p->gc_refs);
        p->gc_refs = nullptr;
    }
}

// Once in many traversals: until the garbage is found a collection that the time limit overtakes is given up.
bool Collector::on_time(const Object* traversed) {
    constexpr unsigned kPerLook = 4096;
    traversals_ += traversed->flags & kLarge ? kPerLook : 1;
    if (KRAIT_LIKELY(traversals_ < kPerLook)) return true;
    traversals_ = 0;
    return thread_.interp.finalising || !deadline_passed(thread_);
}

bool Collector::mark_from(Object* root) {
    set(root, kReachable);
    if (!work_.push(root)) return false;
    bool complete = true;
    while (Object* o = complete ? work_.pop() : nullptr) {
        complete = on_time(o);
        for_each_referent(o, [&](Object* child) {
            if (!tracked(child) || get(child) == kReachable) return;
            set(child, kReachable);
            if (!work_.push(child)) complete = false;
        });
    }
    return complete;
}

bool Collector::find_garbage() {
    if (!prepare_counts()) return false;
    for_each_tracked([&](Object* o) { start_count(o, 0); });
    bool complete = true;
    for_each_tracked([&](Object* o) {
        if (!complete) return;
        for_each_referent(o, [&](Object* child) {
            if (tracked(child)) subtract(child);
        });
        complete = on_time(o);
    });
    for_each_tracked([&](Object* o) {
        uint32_t n = get(o);
        if (complete && n != 0 && n != kReachable) complete = mark_from(o);
    });
    if (!complete) return false;
    for_each_tracked([&](Object* o) {
        if (complete && get(o) != kReachable) complete = garbage_.push(o);
    });
    if (!complete) return false;
    for (Object* o : garbage_) {
        incref(o);
        o->flags |= kGcMark;
    }
    return true;
}

void Collector::clear_weakrefs() {
    WeakRefObject* chain = nullptr;
    for (Object* o : garbage_)
        if (o->flags & kHasWeakref) weakrefs_detach_garbage(thread_.interp, o, &chain);
    weakrefs_run_callbacks(thread_, chain);
}

// Whether Python code (finalisers, callbacks) made any of the garbage reachable again.
bool Collector::resurrected() {
    auto member = [](Object* o) { return (o->flags & (kGcMark | kInDestroy)) == kGcMark; };
    for (Object* o : garbage_) start_count(o, 1);
    for (Object* o : garbage_)
        for_each_referent(o, [&](Object* child) {
            if (member(child)) subtract(child);
        });
    for (Object* o : garbage_)
        if (get(o) != 0) return true;
    return false;
}

void Collector::save_all() {
    GcState& gc = *thread_.interp.gc;
    for (Object* o : garbage_)
        if (gc.garbage && !list_append(thread_, gc.garbage, Value::object(o))) clear_exception(thread_);
}

void Collector::release_garbage() {
    for (Object* o : garbage_) {
        o->flags &= static_cast<uint8_t>(~kGcMark);
        ClearFn clear = o->type->slots.clear;
        if (clear && o->refcount > 1) clear(thread_.interp, o);
    }
    for (Object* o : garbage_) decref(o);
}

// CPython's collector has no code objects, and takes tuples out that hold nothing it knows.
static bool known_to_reference(Object* o) {
    auto known = [](Object* object) {
        return object->kind != Kind::Code &&
               (object->kind != Kind::Type || has_flag(static_cast<TypeObject*>(object), kTypeHeap));
    };
    if (o->kind != Kind::Tuple) return known(o);
    auto* tuple = static_cast<TupleObject*>(o);
    for (uint32_t i = 0; i < tuple->size; ++i)
        if (Value v = tuple->items[i]; v.is_object() && tracked(v.as_object()) && known(v.as_object())) return true;
    return false;
}

// As CPython counts: an instance and its __dict__ are two objects where the dict can take part in a cycle.
size_t Collector::count_found() {
    size_t count = 0;
    for (Object* o : garbage_) {
        count += known_to_reference(o);
        if (!(o->flags & kInlineInstance)) continue;
        auto* instance = reinterpret_cast<InstanceObject*>(o);
        bool tracked_value = instance->dict && !tracked(instance->dict);
        if (instance->dict && !tracked_value) continue;
        for (size_t i = 0, n = instance->count(); i < n && !tracked_value; ++i)
            tracked_value = instance->slots[i].is_object() && tracked(instance->slots[i].as_object());
        count += tracked_value;
    }
    return count;
}

size_t Collector::run() {
    if (!find_garbage() || garbage_.size() == 0) return 0;
    clear_weakrefs();
    bool finalizers = false;
    {
        FreshNesting nesting(thread_);
        for (Object* o : garbage_) {
            if (!o->type->slots.finalize || (o->flags & kFinalized)) continue;
            finalizers = true;
            run_finalizer(thread_, o);
        }
    }
    size_t found = count_found();
    bool save = (thread_.interp.gc->debug & GcState::kDebugSaveAll) != 0;
    if (save) save_all();
    if (save || (finalizers && resurrected())) {
        for (Object* o : garbage_) {
            o->flags &= static_cast<uint8_t>(~kGcMark);
        }
        for (Object* o : garbage_) decref(o);
        return save ? found : 0;
    }
    release_garbage();
    return found;
}

size_t collect_cycles(Thread& t) {
    GcState& gc = *t.interp.gc;
    if (gc.collecting) return 0;
    gc.collecting = true;
    size_t found;
    {
        SavedException saved(t);
        found = Collector(t).run();
    }
    gc.collecting = false;
    t.heap.collection_done();
    // The heap of an interpreter that ends goes as a whole.
    if (!t.interp.finalising) t.heap.release_empty_pages();
    return found;
}

namespace {

// gc.callbacks: f(phase, info), errors are reported and ignored.
void run_gc_callbacks(Thread& t, const char* phase, int generation, size_t collected) {
    GcState& gc = *t.interp.gc;
    if (!gc.callbacks || gc.callbacks->size == 0 || t.hard_stop) return;
    SavedException saved(t);
    auto build = [&]() -> Ref {
        RefTo<DictObject> info = TRY(dict_new(t));
        const std::pair<const char*, int64_t> rows[] = {
            {"generation", generation}, {"collected", static_cast<int64_t>(collected)}, {"uncollectable", 0}};
        for (auto& [name, number] : rows) {
            StrObject* key = intern_utf8(t, name);
            if (!key) return Failed{};
            TRY(dict_set_str(t, info.get(), key, Value::from_int_unchecked(number)));
        }
        return info;
    };
    Ref info = build();
    Ref name = info ? str_from_ascii(t, phase) : Ref::steal(Value::error());
    if (!info || !name) return clear_exception(t);
    for (uint32_t i = 0; gc.callbacks && i < gc.callbacks->size; ++i) {
        Ref callback = own(gc.callbacks->items[i]);
        Ref result = call(t, callback, name, info);
        if (result.failed()) write_unraisable(t, callback);
    }
}

}  // namespace

size_t collect_garbage(Thread& t, int generation) {
    GcState& gc = *t.interp.gc;
    if (gc.collecting) return 0;
    run_gc_callbacks(t, "start", generation, 0);
    size_t found = collect_cycles(t);
    ++gc.collections[generation];
    gc.collected[generation] += found;
    run_gc_callbacks(t, "stop", generation, found);
    return found;
}

void collect_if_due(Thread& t) {
    GcState& gc = *t.interp.gc;
    if (!gc.enabled || gc.collecting || t.interp.finalising) return;
#ifndef KRAIT_STRESS
    if (!t.heap.collection_due() || gc.thresholds[0] == 0) return;
#endif
    collect_garbage(t, 2);
}

RefTo<ListObject> tracked_objects(Thread& t) {
    size_t count = 0;
    t.heap.for_each_object([&](Object* o) { count += tracked(o); });
    RefTo<ListObject> list = TRY(list_new(t, count + 16));
    // Nothing below allocates: the list has room for all that was counted.
    ListObject* out = list.get();
    t.heap.for_each_object([&](Object* o) {
        if (!tracked(o) || o == out || out->size == out->capacity) return;
        incref(o);
        out->items[out->size++] = Value::object(o);
    });
    return list;
}

bool refers_to_any(Object* o, const Value* targets, size_t count) {
    bool found = false;
    for_each_referent(o, [&](Object* child) {
        for (size_t i = 0; i < count; ++i) found = found || Value::object(child) == targets[i];
    });
    return found;
}

// Small integers are no objects: containers that hold values give them all the same.
static Status append_items(Thread& t, const Value* items, uint32_t count, ListObject* out) {
    for (uint32_t i = count; i-- > 0;)
        if (!items[i].is_unbound()) TRY(list_append(t, out, items[i]));
    return ok();
}

Status append_referents(Thread& t, Object* o, ListObject* out) {
    if (o->kind == Kind::List)
        return append_items(t, static_cast<ListObject*>(o)->items, static_cast<ListObject*>(o)->size, out);
    if (o->kind == Kind::Tuple)
        return append_items(t, static_cast<TupleObject*>(o)->items, static_cast<TupleObject*>(o)->size, out);
    if (o->kind == Kind::Dict) {
        RefTo<DictObject> items = TRY(dict_copy(t, static_cast<DictObject*>(o)));
        size_t position = 0;
        Value key, value;
        while (dict_next_nocall(items.get(), &position, &key, &value)) {
            TRY(list_append(t, out, value));
            TRY(list_append(t, out, key));
        }
        return ok();
    }
    size_t count = 0;
    for_each_referent(o, [&](Object*) { ++count; });
    TRY(list_reserve(t, out, out->size + count));
    for_each_referent(o, [&](Object* child) {
        if (out->size == out->capacity) return;
        incref(child);
        out->items[out->size++] = Value::object(child);
    });
    return ok();
}

}  // namespace krait
