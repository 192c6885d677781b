// gc: the collector's switches, counters and views. Collections are triggered by memory growth (vm/memory/heap.h), so
// thresholds are kept and reported, and only a first threshold of 0 has an effect: none are started automatically.
#include "vm/memory/collector.h"
#include "vm/runtime/work.h"
#include "vm/native/module_def.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

GcState& state(Thread& t) { return *t.interp.gc; }

Status gc_enable(Thread& t) {
    state(t).enabled = true;
    return ok();
}
Status gc_disable(Thread& t) {
    state(t).enabled = false;
    return ok();
}
Fallible<bool> gc_isenabled(Thread& t) { return state(t).enabled; }

Fallible<int64_t> gc_collect(Thread& t, Optional<int64_t> generation) {
    int64_t wanted = generation.value_or(2);
    if (wanted < 0 || wanted > 2) return raise(t, Exc::ValueError, "invalid generation");
    note_work(t, t.heap.bytes_used() / 64);
    return static_cast<int64_t>(collect_garbage(t, static_cast<int>(wanted)));
}

Status gc_set_debug(Thread& t, int64_t flags) {
    state(t).debug = static_cast<uint32_t>(flags);
    return ok();
}
Fallible<int64_t> gc_get_debug(Thread& t) { return int64_t{state(t).debug}; }

Ref three_ints(Thread& t, const int64_t (&numbers)[3]) {
    Ref items[3];
    for (int i = 0; i < 3; ++i) items[i] = TRY(make_int(t, numbers[i]));
    return tuple_pack(t, {items[0], items[1], items[2]});
}

Ref gc_get_count(Thread& t) {
    int64_t objects = 0;
    t.heap.for_each_object([&](Object* o) { objects += (o->flags & kGcTracked) != 0; });
    return three_ints(t, {objects % 700, objects / 700 % 10, objects / 7000 % 10});
}

Status gc_set_threshold(Thread& t, int64_t first, Optional<int64_t> second, Optional<int64_t> third) {
    GcState& gc = state(t);
    gc.thresholds[0] = first;
    gc.thresholds[1] = second.value_or(gc.thresholds[1]);
    gc.thresholds[2] = third.value_or(gc.thresholds[2]);
    return ok();
}
Ref gc_get_threshold(Thread& t) { return three_ints(t, state(t).thresholds); }

Ref gc_get_objects(Thread& t) { return tracked_objects(t); }

Ref gc_get_stats(Thread& t) {
    RefTo<ListObject> list = TRY(list_new(t, 3));
    for (int i = 0; i < 3; ++i) {
        GcState& gc = state(t);
        RefTo<DictObject> row = TRY(dict_new(t));
        const std::pair<const char*, uint64_t> columns[] = {{"collections", gc.collections[i]},
                                                            {"collected", gc.collected[i]},
                                                            {"uncollectable", gc.uncollectable[i]}};
        for (auto [name, number] : columns) {
            StrObject* key = intern_utf8(t, name);
            if (!key) return Failed{};
            Ref value = TRY(make_int_u64(t, number));
            TRY(dict_set_str(t, row.get(), key, value));
        }
        TRY(list_append(t, list.get(), row.value()));
    }
    return list;
}

// CPython leaves dicts untracked until they hold something tracked.
bool dict_needs_tracking(DictObject* dict) {
    Value key, value;
    for (size_t position = 0; dict_next_nocall(dict, &position, &key, &value);)
        for (Value v : {key, value})
            if (v.is_object() && (v.as_object()->flags & kGcTracked)) return true;
    return false;
}

// And a collection takes tuples out that hold nothing tracked.
bool tuple_needs_tracking(const TupleObject* tuple) {
    for (uint32_t i = 0; i < tuple->size; ++i)
        if (tuple->items[i].is_object() && (tuple->items[i].as_object()->flags & kGcTracked)) return true;
    return false;
}

Fallible<bool> gc_is_tracked(Thread&, Value object) {
    if (!object.is_object() || !(object.as_object()->flags & kGcTracked)) return false;
    switch (object.as_object()->kind) {
        case Kind::Tuple: return tuple_needs_tracking(object.as<TupleObject>());
        case Kind::Dict: return dict_needs_tracking(object.as<DictObject>());
        case Kind::Type: return has_flag(object.as<TypeObject>(), kTypeHeap);
        case Kind::Code: return false;
        default: return true;
    }
}

Ref gc_get_referrers(Thread& t, Args targets) {
    RefTo<ListObject> found = TRY(list_new(t));
    RefTo<ListObject> all = TRY(tracked_objects(t));
    for (uint32_t i = 0; i < all->size; ++i) {
        TRY(charge_work(t, 8));
        Ref object = own(all->items[i]);
        if (object.get() == found.value() || !refers_to_any(object.get().as_object(), targets.items, targets.count))
            continue;
        TRY(list_append(t, found.get(), object));
    }
    return found;
}

Ref gc_get_referents(Thread& t, Args objects) {
    RefTo<ListObject> found = TRY(list_new(t));
    for (Value object : objects)
        if (object.is_object() && (object.as_object()->flags & kGcTracked))
            TRY(append_referents(t, object.as_object(), found.get()));
    return found;
}

constexpr MethodDef kFunctions[] = {
    function<gc_collect>("collect", "(generation=2)", "Run the collector; return the number of unreachable objects."),
    function<gc_disable>("disable", "()", "Stop automatic collection."),
    function<gc_enable>("enable", "()", "Start automatic collection."),
    function<gc_get_count>("get_count", "()", "Counts of the three generations."),
    function<gc_get_debug>("get_debug", "()", "Debugging flags."),
    function<gc_get_objects>("get_objects", "()", "List of all tracked objects."),
    function<gc_get_referents>("get_referents", "(*objs)", "Objects that the given objects refer to directly."),
    function<gc_get_referrers>("get_referrers", "(*objs)", "Tracked objects that refer to any of the given objects."),
    function<gc_get_stats>("get_stats", "()", "One dict of counters per generation."),
    function<gc_get_threshold>("get_threshold", "()", "The three thresholds."),
    function<gc_is_tracked>("is_tracked", "(obj, /)", "Whether the collector knows the object."),
    function<gc_isenabled>("isenabled", "()", "Whether automatic collection is on."),
    function<gc_set_debug>("set_debug", "(flags, /)", "Set the debugging flags."),
    function<gc_set_threshold>("set_threshold", "(threshold0, threshold1=10, threshold2=10, /)",
                               "Set the thresholds; 0 first: no automatic collection."),
};

Status gc_exec(Thread& t, ModuleObject* module) {
    GcState& gc = state(t);
    if (!gc.callbacks) gc.callbacks = RefTo<ListObject>(TRY(list_new(t))).release();
    if (!gc.garbage) gc.garbage = RefTo<ListObject>(TRY(list_new(t))).release();
    TRY(module_set(t, module, "callbacks", Value::object(gc.callbacks)));
    TRY(module_set(t, module, "garbage", Value::object(gc.garbage)));
    const std::pair<const char*, int> flags[] = {{"DEBUG_STATS", 1},
                                                 {"DEBUG_COLLECTABLE", 2},
                                                 {"DEBUG_UNCOLLECTABLE", 4},
                                                 {"DEBUG_SAVEALL", static_cast<int>(GcState::kDebugSaveAll)},
                                                 {"DEBUG_LEAK", 38}};
    for (auto [name, value] : flags) TRY(module_set_int(t, module, name, value));
    return ok();
}

}  // namespace

extern const ModuleDef kGcModule;
constinit const ModuleDef kGcModule = {"gc", "Access to the cycle collector.", kFunctions, gc_exec};

}  // namespace krait
