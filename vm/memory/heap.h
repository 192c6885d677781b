// One interpreter's memory: 64 KiB aligned pages of equal cells (16-byte size classes to 512 bytes), large objects and
// buffers from the C allocator, all counted against the limit where they are acquired. The collector walks the pages.
// Allocation failure returns null with no exception set; allocate_object() raises MemoryError.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vm/object/object.h"

namespace krait {

constexpr size_t kPageSize = 64 * 1024;
constexpr size_t kMaxCell = 512;
constexpr size_t kSizeClasses = kMaxCell / 16 + 1;

class Heap;
struct PageHeader {
    Heap* heap;
    PageHeader* next;
    uint32_t cell_size;
    uint32_t used;            // cells handed out and not yet freed (kept by the slow paths and the sweep)
    uint8_t size_class;
    bool gc;
};

class Heap {
  public:
    explicit Heap(Interpreter&);
    ~Heap();

    // Cell for an object of `size` bytes (header not initialised). Null: limit or system out of memory.
    KRAIT_INLINE void* allocate_cell(size_t size, bool gc) {
        size_t c = (size + 15) >> 4;
        if (KRAIT_LIKELY(c < kSizeClasses)) {
            FreeCell*& head = free_[gc][c];
            if (FreeCell* cell = head; KRAIT_LIKELY(cell != nullptr)) {
                head = cell->next;
                return cell;
            }
        }
        return allocate_slow(size, gc);
    }
    // Cell back to its free list; `large` objects to the C allocator. Sets refcount 0.
    KRAIT_INLINE void free_cell(Object* o, size_t size, bool gc) {
        size_t c = (size + 15) >> 4;
        if (KRAIT_UNLIKELY(c >= kSizeClasses || kPoison)) return free_slow(o, size, gc);
        FreeCell* cell = reinterpret_cast<FreeCell*>(o);
        cell->refcount_zero = 0;
        cell->next = free_[gc][c];
        free_[gc][c] = cell;
    }
    void free_object_memory(Object*);           // size found through the page or the large header
    size_t object_size(const Object*) const;    // cell size, or size of a large object

    // Raw buffers (list items, dict keys, text being built). Sizes must be given back exactly.
    void* allocate_buffer(size_t bytes);
    void* resize_buffer(void* old, size_t old_bytes, size_t new_bytes);   // null: old one still valid
    void free_buffer(void*, size_t bytes);

    bool charge(size_t bytes);                  // memory owned elsewhere (GMP, std containers); false: over the limit
    void uncharge(size_t bytes) { bytes_used_ -= bytes; }

    size_t bytes_used() const { return bytes_used_; }
    size_t peak_bytes() const { return peak_; }
    size_t limit() const { return limit_; }
    void set_limit(size_t bytes) { limit_ = bytes; }           // SIZE_MAX: none
    void allow_reserve(size_t bytes) { reserve_ = bytes; }     // extra room while a MemoryError is being handled

    // Fail the n-th acquisition from now (0: never), once or from then on: allocation failure injection in tests.
    void fail_after(uint64_t n, bool repeat) { fail_countdown_ = n; fail_repeat_ = repeat; }
    uint64_t acquisitions() const { return acquisitions_; }

    bool collection_due() const { return gc_cells_pages_ > gc_threshold_pages_; }

  private:
    friend class Collector;
    struct FreeCell {
        uint64_t refcount_zero;
        FreeCell* next;
    };
    struct LargeHeader {
        LargeHeader *prev, *next;
        size_t size;
        uint64_t gc;
    };
#ifdef KRAIT_STRESS
    static constexpr bool kPoison = true;
#else
    static constexpr bool kPoison = false;
#endif
    KRAIT_NOINLINE void* allocate_slow(size_t size, bool gc);
    KRAIT_NOINLINE void free_slow(Object*, size_t size, bool gc);
    bool acquire(size_t bytes);

    FreeCell* free_[2][kSizeClasses] = {};
    PageHeader* pages_ = nullptr;
    LargeHeader* large_ = nullptr;
    Interpreter& interp_;
    size_t bytes_used_ = 0, peak_ = 0, limit_ = SIZE_MAX, reserve_ = 0;
    uint64_t fail_countdown_ = 0, acquisitions_ = 0;
    bool fail_repeat_ = false;
    uint32_t gc_cells_pages_ = 0, gc_threshold_pages_ = 16;
};

inline PageHeader* page_of(const Object* o) {
    return reinterpret_cast<PageHeader*>(reinterpret_cast<uintptr_t>(o) & ~(kPageSize - 1));
}

// Allocates and fills the header (refcount 1, kind, flags, type reference for heap types). MemoryError: null.
Object* allocate_object(Thread&, TypeObject*, size_t size);
template <class T>
T* allocate(Thread& t, TypeObject* type, size_t size = sizeof(T)) {
    return static_cast<T*>(allocate_object(t, type, size));
}
// End of every dealloc: gives back the type reference of heap types, drops weak references, frees the cell.
void free_object(Interpreter&, Object*);

// Handed to TraverseFn.
class Visitor {
  public:
    virtual void visit_object(Object*) = 0;
    void visit(Value v) {
        if (v.is_object()) visit_object(v.as_object());
    }
    template <class T>
    void visit_pointer(T* o) {
        if (o) visit_object(reinterpret_cast<Object*>(o));
    }

  protected:
    ~Visitor() = default;
};

inline void gc_track(Object* o) { o->flags |= kGcTracked; }
inline void gc_untrack(Object* o) { o->flags &= static_cast<uint8_t>(~kGcTracked); }

// Cycle collection (vm/memory/collector.cpp). Returns the number of unreachable objects found.
size_t collect_cycles(Thread&);
// Recomputes reference counts by traversal and compares (debug builds, tests); returns a description of the first
// difference or an empty string.
class HeapChecker;

}  // namespace krait
