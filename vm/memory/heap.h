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
    uint32_t carved;          // cells made so far: the rest of the page has never been touched
    uint32_t capacity;        // cells that fit
    uint32_t reciprocal;      // cell index = (offset * reciprocal) >> 32
    uint32_t free_count;      // scratch of release_empty_pages()
    uint32_t* gc_refs;        // collector's counts, one per cell, during a collection; else null
    struct HeapChunk* chunk;  // mapping the page belongs to
    char* first_cell() { return reinterpret_cast<char*>(this) + kFirstCell; }
    Object* cell(uint32_t i) { return reinterpret_cast<Object*>(first_cell() + size_t{i} * cell_size); }
    uint32_t index_of(const Object* o) {
        uint64_t offset = static_cast<uint64_t>(reinterpret_cast<const char*>(o) - first_cell());
        return static_cast<uint32_t>((offset * reciprocal) >> 32);
    }
    static constexpr size_t kFirstCell = 128;
};

class Heap {
  public:
    explicit Heap(Interpreter&);
    ~Heap();

    // Cell for an object of `size` bytes (header not initialised). Null: limit or system out of memory.
    KRAIT_INLINE void* allocate_cell(size_t size, bool gc) {
        void* cell = take_free_cell(size, gc);
        return KRAIT_LIKELY(cell != nullptr) ? cell : allocate_slow(size, gc);
    }
    // A cell from the free list, or null.
    KRAIT_INLINE void* take_free_cell(size_t size, bool gc) {
        size_t c = (size + 15) >> 4;
        if (KRAIT_UNLIKELY(c >= kSizeClasses)) return nullptr;
        FreeCell*& head = free_[gc][c];
        FreeCell* cell = head;
        if (KRAIT_UNLIKELY(!cell)) return nullptr;
        head = cell->next;
        if constexpr (kPoison) unpoison(cell, c << 4);
        return cell;
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
    // While it is armed the free lists are put aside, so that (nearly) every allocation is an acquisition.
    void fail_after(uint64_t n, bool repeat);
    uint64_t acquisitions() const { return acquisitions_; }

    // Memory grew enough since the last collection (cells of containers, or anything at all).
    bool collection_due() const { return gc_cells_pages_ > gc_threshold_pages_ || bytes_used_ > gc_threshold_bytes_; }
    void collection_done();                     // sets the thresholds anew and gives empty pages back

    // The n-th page or large object of the collector's; enumeration of every object, tracked or not.
    template <class F>
    void for_each_object(F&& f) {
        for (PageHeader* p = pages_; p; p = p->next)
            for (uint32_t i = 0; i < p->carved; ++i)
                if (Object* o = p->cell(i); o->refcount != 0 && !(o->flags & kInDestroy)) f(o);
        for (LargeHeader* h = large_; h; h = h->next)
            if (Object* o = reinterpret_cast<Object*>(h + 1); o->refcount != 0 && !(o->flags & kInDestroy)) f(o);
    }
    size_t release_empty_pages();               // number of pages given back

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
    using Chunk = struct HeapChunk;
#if defined(KRAIT_STRESS) || defined(__SANITIZE_ADDRESS__)
    static constexpr bool kPoison = true;
#else
    static constexpr bool kPoison = false;
#endif
    KRAIT_NOINLINE void* allocate_slow(size_t size, bool gc);
    KRAIT_NOINLINE void free_slow(Object*, size_t size, bool gc);
    bool acquire(size_t bytes);
    bool injected_failure();
    static void poison(void* cell, size_t size);
    static void unpoison(void* cell, size_t size);
    void* allocate_large(size_t size, bool gc);
    bool carve(PageHeader*, uint32_t cells);
    PageHeader* new_page(size_t size_class, bool gc);
    void* take_page_memory(Chunk** chunk);
    void give_back_page(PageHeader*);
    void release_page_memory();
    void release_chunk(Chunk*);
    size_t unlink_free_cells(FreeCell** lists, bool count_only);

    FreeCell* free_[2][kSizeClasses] = {};
    PageHeader* pages_ = nullptr;
    LargeHeader* large_ = nullptr;
    Interpreter& interp_;
    size_t bytes_used_ = 0, peak_ = 0, limit_ = SIZE_MAX, reserve_ = 0;
    uint64_t fail_countdown_ = 0, acquisitions_ = 0;
    bool fail_repeat_ = false;
    uint32_t gc_cells_pages_ = 0, gc_threshold_pages_ = 16;
    FreeCell* parked_[2][kSizeClasses] = {};    // free lists while failure injection is armed
    PageHeader* current_[2][kSizeClasses] = {};  // pages with cells not yet made
    Chunk* chunks_ = nullptr;
    size_t gc_threshold_bytes_ = size_t{32} << 20;
    size_t gc_large_bytes_ = 0;
    uint32_t release_holds_ = 0;                // > 0: pages stay (a collection is looking at them)
    bool armed_ = false;
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

// Handed to TraverseFn. Every owned reference is visited once per count it holds. The reference to a heap type that
// allocate_object() took is visited by the collector itself: traverse functions leave `o->type` out.
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
