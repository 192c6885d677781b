// _heapq: binary heaps in lists, smallest item first; the _max forms are for heapq.nsmallest.
#include "builtins/types/container_support.h"
#include "vm/native/module_def.h"

namespace krait {
namespace {

// Which of two items belongs nearer to the root.
template <bool kMax>
Fallible<bool> before(Thread& t, Value a, Value b) {
    if (both_ints(a, b)) return kMax ? int_order(b) < int_order(a) : int_order(a) < int_order(b);
    Ref x = own(a), y = own(b);
    return kMax ? compare_bool(t, y, x, CompareOp::Lt) : compare_bool(t, x, y, CompareOp::Lt);
}

// Comparisons may change the list; every step looks at its size again.
Status check_size(Thread& t, const ListObject* heap, size_t size) {
    if (heap->size != size) return raise(t, Exc::RuntimeError, "list changed size during iteration");
    return ok();
}

template <bool kMax>
Status sift_towards_root(Thread& t, ListObject* heap, size_t root, size_t position) {
    size_t size = heap->size;
    if (position >= size) return raise(t, Exc::IndexError, "index out of range");
    while (position > root) {
        size_t parent = (position - 1) / 2;
        bool up = TRY(before<kMax>(t, heap->items[position], heap->items[parent]));
        TRY(check_size(t, heap, size));
        if (!up) break;
        std::swap(heap->items[position], heap->items[parent]);
        position = parent;
    }
    return ok();
}

// Down to a leaf along the better children first, then back up: fewer comparisons than stopping on the way.
template <bool kMax>
Status sift_from_root(Thread& t, ListObject* heap, size_t position) {
    size_t size = heap->size, start = position;
    if (position >= size) return raise(t, Exc::IndexError, "index out of range");
    while (position < size / 2) {
        size_t child = 2 * position + 1;
        if (child + 1 < size) {
            bool left = TRY(before<kMax>(t, heap->items[child], heap->items[child + 1]));
            TRY(check_size(t, heap, size));
            if (!left) ++child;
        }
        std::swap(heap->items[child], heap->items[position]);
        position = child;
    }
    return sift_towards_root<kMax>(t, heap, start, position);
}

Fallible<ListObject*> heap_argument(Thread& t, Value v) {
    if (ListObject* list = as_list(v)) return list;
    return raise(t, Exc::TypeError, "heap argument must be a list");
}

Status heappush(Thread& t, Value heap, Value item) {
    ListObject* list = TRY(heap_argument(t, heap));
    TRY(list_append(t, list, item));
    return sift_towards_root<false>(t, list, 0, list->size - 1);
}

template <bool kMax>
Ref pop(Thread& t, Value heap) {
    ListObject* list = TRY(heap_argument(t, heap));
    if (list->size == 0) return raise(t, Exc::IndexError, "index out of range");
    Ref last = list_take_at(list, list->size - 1);
    list_shrink(t, list);
    if (list->size == 0) return last;
    Ref top = Ref::steal(std::exchange(list->items[0], last.release()));
    TRY(sift_from_root<kMax>(t, list, 0));
    return top;
}

template <bool kMax>
Ref replace(Thread& t, Value heap, Value item) {
    ListObject* list = TRY(heap_argument(t, heap));
    if (list->size == 0) return raise(t, Exc::IndexError, "index out of range");
    Ref top = Ref::steal(std::exchange(list->items[0], own(item).release()));
    TRY(sift_from_root<kMax>(t, list, 0));
    return top;
}

Ref heappushpop(Thread& t, Value heap, Value item) {
    ListObject* list = TRY(heap_argument(t, heap));
    if (list->size == 0 || !TRY(before<false>(t, list->items[0], item))) return own(item);
    if (list->size == 0) return raise(t, Exc::IndexError, "index out of range");
    return replace<false>(t, heap, item);
}

template <bool kMax>
Status heapify(Thread& t, Value heap) {
    ListObject* list = TRY(heap_argument(t, heap));
    for (size_t i = list->size / 2; i-- > 0;) {
        TRY(sift_from_root<kMax>(t, list, i));
        if ((i & 255) == 0) TRY(charge_work(t, 256));
    }
    return ok();
}

constexpr MethodDef FUNCTIONS[] = {
    function<heapify<true>>("_heapify_max", "(heap, /)", "Maxheap variant of heapify."),
    function<pop<true>>("_heappop_max", "(heap, /)", "Maxheap variant of heappop."),
    function<replace<true>>("_heapreplace_max", "(heap, item, /)", "Maxheap variant of heapreplace"),
    function<heapify<false>>("heapify", "(heap, /)", "Transform list into a heap, in-place, in O(len(heap)) time."),
    function<pop<false>>("heappop", "(heap, /)", "Pop the smallest item off the heap, maintaining the heap invariant."),
    function<heappush>("heappush", "(heap, item, /)",
                       "heappush(heap, item) -> None. Push item onto heap, maintaining the heap invariant."),
    function<heappushpop>(
        "heappushpop", "(heap, item, /)",
        "heappushpop(heap, item) -> value. Push item on the heap, then pop and return the smallest item\n"
        "from the heap. The combined action runs more efficiently than\n"
        "heappush() followed by a separate call to heappop()."),
    function<replace<false>>(
        "heapreplace", "(heap, item, /)",
        "heapreplace(heap, item) -> value. Pop and return the current smallest value, and add the new item.\n\n"
        "This is more efficient than heappop() followed by heappush(), and can be\n"
        "more appropriate when using a fixed-size heap."),
};

Status heapq_exec(Thread& t, ModuleObject* module) {
    return module_set_str(
        t, module, "__about__",
        "A heap is a list in which every item is not greater than the two items at twice its index plus one\n"
        "and plus two: the smallest item is always the first.\n");
}

}  // namespace

extern const ModuleDef kHeapqModule;
constinit const ModuleDef kHeapqModule = {
    .name = "_heapq",
    .doc = "Heap queue algorithm (a.k.a. priority queue).\n\n"
           "Heaps are arrays for which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for\n"
           "all k, counting elements from 0.",
    .functions = FUNCTIONS,
    .exec = heapq_exec,
};

}  // namespace krait
