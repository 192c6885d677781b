// Pages, cells, large objects and buffers of one interpreter, and the account of their bytes.
//
// 1. Pages are cut from mappings of up to 16 pages; a page's cells are made a few at a time, so that an interpreter
//    touches only the memory it uses. A cell never made reads as refcount 0.
// 2. Every byte is counted in acquire(), before it is taken, and nowhere else.
// 3. A free cell holds refcount 0 in its first word; the collector and the enumeration rely on it.
#include "vm/memory/heap.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "support/checked.h"
#include "vm/error/raise.h"
#include "vm/memory/destroy_queue.h"
#include "vm/memory/weakref.h"
#include "vm/object/layouts.h"
#include "vm/runtime/intern.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/work.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#endif

namespace krait {

// One mapping: `page_count` aligned pages, of which those with a bit in `free_mask` are not handed out.
struct HeapChunk {
    HeapChunk *prev, *next;
    void* mapping;
    size_t mapping_size;
    char* first_page;
    uint32_t page_count;
    uint32_t free_mask;
    uint32_t used_once;   // pages that may hold old contents
};

namespace {
constexpr size_t kChunkPages = 16;
constexpr size_t kCarveBytes = 4096;
constexpr uint32_t kMinThresholdPages = 16;
constexpr size_t kMinGrowth = size_t{32} << 20;
constexpr unsigned char kPoisonByte = 0xDB;
static_assert(sizeof(PageHeader) <= PageHeader::kFirstCell);
}  // namespace

Heap::Heap(Interpreter& interp) : interp_(interp) {}

Heap::~Heap() {
    while (large_) {
        LargeHeader* h = large_;
        large_ = h->next;
        std::free(h);
    }
    for (Chunk* c = chunks_; c;) {
        Chunk* next = c->next;
        munmap(c->mapping, c->mapping_size);
        std::free(c);
        c = next;
    }
}

void Heap::poison([[maybe_unused]] void* cell, [[maybe_unused]] size_t size) {
#if defined(KRAIT_STRESS) || defined(__SANITIZE_ADDRESS__)
    std::memset(static_cast<char*>(cell) + sizeof(FreeCell), kPoisonByte, size - sizeof(FreeCell));
#endif
#if defined(__SANITIZE_ADDRESS__)
    ASAN_POISON_MEMORY_REGION(static_cast<char*>(cell) + sizeof(FreeCell), size - sizeof(FreeCell));
#endif
}

void Heap::unpoison([[maybe_unused]] void* cell, [[maybe_unused]] size_t size) {
#if defined(__SANITIZE_ADDRESS__)
    ASAN_UNPOISON_MEMORY_REGION(cell, size);
#endif
}

// ------------------------------------------------------------------------------------------------ accounting

bool Heap::injected_failure() {
    ++acquisitions_;
    if (KRAIT_LIKELY(!armed_) || fail_countdown_ == 0) return false;
    if (fail_countdown_ > 1) {
        --fail_countdown_;
        return false;
    }
    if (!fail_repeat_) fail_countdown_ = 0;
    return true;
}

bool Heap::acquire(size_t bytes) {
    if (injected_failure()) return false;
    return charge(bytes);
}

bool Heap::charge(size_t bytes) {
    size_t total;
    if (!checked_add(bytes_used_, bytes, &total)) return false;
    if (KRAIT_UNLIKELY(total > limit_)) {
        size_t room = limit_;
        if (!checked_add(limit_, reserve_, &room)) room = SIZE_MAX;
        if (total > room) {
            // Only pages nobody uses can still make room. Looking for them takes long in a heap of many.
            if (release_holds_ != 0) return false;
            if (interp_.current) note_work(*interp_.current, bytes_used_ / kBytesPerWork);
            if (release_empty_pages() == 0) return false;
            total = bytes_used_ + bytes;
            if (total > room) return false;
        }
    }
    bytes_used_ = total;
    peak_ = std::max(peak_, total);
    return true;
}

void Heap::fail_after(uint64_t n, bool repeat) {
    fail_countdown_ = n;
    fail_repeat_ = repeat;
    bool arm = n != 0;
    if (arm == armed_) return;
    armed_ = arm;
    for (int gc = 0; gc < 2; ++gc) {
        for (size_t c = 0; c < kSizeClasses; ++c) {
            if (arm) {
                parked_[gc][c] = free_[gc][c];
                free_[gc][c] = nullptr;
                continue;
            }
            FreeCell** tail = &free_[gc][c];
            while (*tail) tail = &(*tail)->next;
            *tail = parked_[gc][c];
            parked_[gc][c] = nullptr;
        }
    }
}

void Heap::collection_done() {
    size_t gc_pages = gc_cells_pages_ + gc_large_bytes_ / kPageSize;
    gc_threshold_pages_ = static_cast<uint32_t>(
        std::min<size_t>(UINT32_MAX, std::max<size_t>(gc_pages + kMinThresholdPages, gc_pages + gc_pages / 4)));
    // Between here and the limit at least one more collection takes place.
    size_t left = limit_ > bytes_used_ ? limit_ - bytes_used_ : 0;
    size_t growth = std::min(std::max(kMinGrowth, bytes_used_), left / 2 + kPageSize);
    if (!checked_add(bytes_used_, growth, &gc_threshold_bytes_)) gc_threshold_bytes_ = SIZE_MAX;
}

// ------------------------------------------------------------------------------------------------ pages

// Memory for one page, from a mapping with room or a new one.
void* Heap::take_page_memory(Chunk** out) {
    Chunk* chunk = chunks_;
    while (chunk && chunk->free_mask == 0) chunk = chunk->next;
    if (!chunk) {
        chunk = static_cast<Chunk*>(std::malloc(sizeof(Chunk)));
        if (!chunk) return nullptr;
        size_t size = kChunkPages * kPageSize + kPageSize;
        void* mapping = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (mapping == MAP_FAILED || reinterpret_cast<uintptr_t>(mapping) + size >= (uintptr_t{1} << 48)) {
            if (mapping != MAP_FAILED) munmap(mapping, size);
            std::free(chunk);
            return nullptr;
        }
        unpoison(mapping, size);   // an earlier heap may have lain here
        uintptr_t first = (reinterpret_cast<uintptr_t>(mapping) + kPageSize - 1) & ~(kPageSize - 1);
        *chunk = {nullptr, chunks_, mapping, size, reinterpret_cast<char*>(first), kChunkPages,
                  (1u << kChunkPages) - 1, 0};
        if (chunks_) chunks_->prev = chunk;
        chunks_ = chunk;
    }
    unsigned index = static_cast<unsigned>(std::countr_zero(chunk->free_mask));
    chunk->free_mask &= ~(1u << index);
    char* page = chunk->first_page + index * kPageSize;
    if (chunk->used_once & (1u << index)) madvise(page, kPageSize, MADV_DONTNEED);   // reads as zero again
    chunk->used_once |= 1u << index;
    *out = chunk;
    return page;
}

PageHeader* Heap::new_page(size_t size_class, bool gc) {
    if (!charge(kPageSize)) return nullptr;
    Chunk* chunk;
    void* memory = take_page_memory(&chunk);
    if (!memory) {
        uncharge(kPageSize);
        return nullptr;
    }
    uint32_t cell_size = static_cast<uint32_t>(size_class * 16);
    PageHeader* page = static_cast<PageHeader*>(memory);
    page->heap = this;
    page->next = pages_;
    page->cell_size = cell_size;
    page->used = 0;
    page->size_class = static_cast<uint8_t>(size_class);
    page->gc = gc;
    page->carved = 0;
    page->capacity = static_cast<uint32_t>((kPageSize - PageHeader::kFirstCell) / cell_size);
    page->reciprocal = static_cast<uint32_t>(((uint64_t{1} << 32) + cell_size - 1) / cell_size);
    page->gc_refs = nullptr;
    page->chunk = chunk;
    pages_ = page;
    current_[gc][size_class] = page;
    if (gc) ++gc_cells_pages_;
    return page;
}

void Heap::release_chunk(Chunk* chunk) {
    if (chunk->prev) chunk->prev->next = chunk->next;
    else chunks_ = chunk->next;
    if (chunk->next) chunk->next->prev = chunk->prev;
    munmap(chunk->mapping, chunk->mapping_size);
    std::free(chunk);
}

void Heap::give_back_page(PageHeader* page) {
    Chunk* chunk = page->chunk;
    if (page->gc) --gc_cells_pages_;
    if (current_[page->gc][page->size_class] == page) current_[page->gc][page->size_class] = nullptr;
    unpoison(page, kPageSize);
    unsigned index = static_cast<unsigned>((reinterpret_cast<char*>(page) - chunk->first_page) / kPageSize);
    chunk->free_mask |= 1u << index;
    uncharge(kPageSize);
}

// The memory of pages given back goes to the system: a call each is what threads with interpreters of their own would
// wait for each other in, so it is one for a chunk without pages in use and one for a run of neighbours in the others.
void Heap::release_page_memory() {
    for (Chunk *chunk = chunks_, *next; chunk; chunk = next) {
        next = chunk->next;
        if (chunk->free_mask == (1u << kChunkPages) - 1) {
            release_chunk(chunk);
            continue;
        }
        for (uint32_t stale = chunk->free_mask & chunk->used_once; stale != 0;) {
            unsigned first = static_cast<unsigned>(std::countr_zero(stale));
            unsigned count = static_cast<unsigned>(std::countr_one(stale >> first));
            madvise(chunk->first_page + first * kPageSize, count * kPageSize, MADV_DONTNEED);
            uint32_t run = ((1u << count) - 1) << first;
            stale &= ~run;
            chunk->used_once &= ~run;
        }
    }
}

// Counts the free cells of every page, or takes the cells of empty pages (free_count == carved) out of the lists.
size_t Heap::unlink_free_cells(FreeCell** lists, bool count_only) {
    size_t empty = 0;
    for (size_t c = 0; c < kSizeClasses; ++c) {
        FreeCell** link = &lists[c];
        while (FreeCell* cell = *link) {
            PageHeader* page = page_of(reinterpret_cast<Object*>(cell));
            if (count_only) {
                if (++page->free_count == page->carved) ++empty;
            } else if (page->free_count == page->carved) {
                *link = cell->next;
                continue;
            }
            link = &cell->next;
        }
    }
    return empty;
}

size_t Heap::release_empty_pages() {
    if (release_holds_ != 0) return 0;
    size_t empty = 0;
    for (PageHeader* p = pages_; p; p = p->next) {
        p->free_count = 0;
        if (p->carved == 0) ++empty;
    }
    for (int gc = 0; gc < 2; ++gc)
        empty += unlink_free_cells(free_[gc], true) + unlink_free_cells(parked_[gc], true);
    if (empty == 0) return 0;
    for (int gc = 0; gc < 2; ++gc) {
        unlink_free_cells(free_[gc], false);
        unlink_free_cells(parked_[gc], false);
    }
    size_t released = 0;
    for (PageHeader** link = &pages_; *link;) {
        PageHeader* page = *link;
        if (page->free_count != page->carved) {
            link = &page->next;
            continue;
        }
        *link = page->next;
        give_back_page(page);
        ++released;
    }
    release_page_memory();
    return released;
}

// ------------------------------------------------------------------------------------------------ cells

// Makes up to `cells` more cells of the page and puts them on the free list in ascending order.
bool Heap::carve(PageHeader* page, uint32_t cells) {
    uint32_t first = page->carved, last = std::min(page->capacity, first + cells);
    if (first == last) return false;
    FreeCell*& head = free_[page->gc][page->size_class];
    for (uint32_t i = last; i-- > first;) {
        FreeCell* cell = reinterpret_cast<FreeCell*>(page->cell(i));
        cell->refcount_zero = 0;
        cell->next = head;
        head = cell;
        if constexpr (kPoison) poison(cell, page->cell_size);
    }
    page->carved = last;
    return true;
}

// ------------------------------------------------------------------------------------------------ very large blocks

namespace {

constexpr size_t kVeryLarge = size_t{32} << 20;

// What the thread's next poll is certain to raise for.
bool stop_is_due(Thread* t) {
    if (!t) return false;
    if (t->interrupt.load(std::memory_order_relaxed) & (kInterruptSignal | kInterruptCancel)) return true;
    return deadline_passed(*t);
}

// The system provides memory when it is first touched, about half a second's work for a gigabyte, and whoever fills the
// block cannot stop there. So it is touched here, where limits and interrupts are looked at; false: stop.
bool touch(Thread* t, void* block, size_t begin, size_t end) {
    constexpr size_t kPage = 4096, kPagesPerLook = 2048;
    if (end - begin < kVeryLarge) return true;
    if (stop_is_due(t)) return false;
    size_t pages = 0;
    for (size_t at = begin; at < end; at += kPage) {
        static_cast<volatile char*>(block)[at] = 0;
        if (++pages % kPagesPerLook == 0 && stop_is_due(t)) return false;
    }
    return true;
}

// malloc(), null when the thread has to stop.
void* acquire_block(Thread* t, size_t bytes) {
    void* p = std::malloc(bytes ? bytes : 1);
    if (!p || KRAIT_LIKELY(bytes < kVeryLarge) || touch(t, p, 0, bytes)) return p;
    std::free(p);
    return nullptr;
}

}  // namespace

void* Heap::allocate_large(size_t size, bool gc) {
    size_t total;
    if (!checked_add(size, sizeof(LargeHeader), &total) || !charge(total)) return nullptr;
    LargeHeader* h = static_cast<LargeHeader*>(acquire_block(interp_.current, total));
    if (!h) {
        uncharge(total);
        return nullptr;
    }
    h->prev = nullptr;
    h->next = large_;
    h->size = size;
    h->gc = gc;
    if (large_) large_->prev = h;
    large_ = h;
    if (gc) gc_large_bytes_ += total;
    Object* o = reinterpret_cast<Object*>(h + 1);
    o->refcount = 0;
    return o;
}

void* Heap::allocate_slow(size_t size, bool gc) {
    if (injected_failure()) return nullptr;
    size_t c = (size + 15) >> 4;
    if (c >= kSizeClasses) return allocate_large(size, gc);
    FreeCell*& head = free_[gc][c];
    if (!head && parked_[gc][c]) {
        FreeCell* cell = parked_[gc][c];
        parked_[gc][c] = cell->next;
        cell->next = nullptr;
        head = cell;
    }
    if (!head) {
        uint32_t batch = armed_ ? 1 : static_cast<uint32_t>(std::max<size_t>(4, kCarveBytes / (c * 16)));
        PageHeader* page = current_[gc][c];
        if (!page || page->carved == page->capacity) page = new_page(c, gc);
        if (!head && (!page || !carve(page, batch))) return nullptr;
    }
    FreeCell* cell = head;
    head = cell->next;
    if constexpr (kPoison) unpoison(cell, c << 4);
    return cell;
}

void Heap::free_slow(Object* o, size_t size, bool gc) {
    size_t c = (size + 15) >> 4;
    if (c < kSizeClasses) {
        FreeCell* cell = reinterpret_cast<FreeCell*>(o);
        poison(cell, c << 4);
        cell->refcount_zero = 0;
        // With failures armed a freed cell is not at hand again without an acquisition (builds with poisoning only).
        FreeCell*& head = armed_ ? parked_[gc][c] : free_[gc][c];
        cell->next = head;
        head = cell;
        return;
    }
    LargeHeader* h = reinterpret_cast<LargeHeader*>(o) - 1;
    if (h->prev) h->prev->next = h->next;
    else large_ = h->next;
    if (h->next) h->next->prev = h->prev;
    size_t total = h->size + sizeof(LargeHeader);
    if (h->gc & 1) gc_large_bytes_ -= total;
    uncharge(total);
    std::free(h);
}

void Heap::free_object_memory(Object* o) {
    if (o->flags & kLarge) return free_slow(o, kMaxCell + 1, false);
    PageHeader* page = page_of(o);
    free_cell(o, page->cell_size, page->gc);
}

size_t Heap::object_size(const Object* o) const {
    if (o->flags & kLarge) return (reinterpret_cast<const LargeHeader*>(o) - 1)->size;
    return page_of(o)->cell_size;
}

// ------------------------------------------------------------------------------------------------ buffers

void* Heap::allocate_buffer(size_t bytes) {
    if (!acquire(bytes)) return nullptr;
    void* p = acquire_block(interp_.current, bytes);
    if (!p) uncharge(bytes);
    return p;
}

void* Heap::resize_buffer(void* old, size_t old_bytes, size_t new_bytes) {
    if (!old) return allocate_buffer(new_bytes);
    if (new_bytes > old_bytes && !acquire(new_bytes - old_bytes)) return nullptr;
    void* p = std::realloc(old, new_bytes ? new_bytes : 1);
    if (!p) {
        if (new_bytes > old_bytes) uncharge(new_bytes - old_bytes);
        else p = old;   // shrinking in place: the larger block serves
        if (p != old) return nullptr;
    }
    if (new_bytes < old_bytes) uncharge(old_bytes - new_bytes);
    else if (KRAIT_UNLIKELY(new_bytes - old_bytes >= kVeryLarge)) touch(interp_.current, p, old_bytes, new_bytes);
    return p;
}

void Heap::free_buffer(void* p, size_t bytes) {
    if (!p) return;
    uncharge(bytes);
    std::free(p);
}

// ------------------------------------------------------------------------------------------------ objects

static KRAIT_INLINE Object* fill_header(void* cell, TypeObject* type, size_t size) {
    auto* o = static_cast<Object*>(cell);
    o->refcount = 1;
    o->kind = type->instance_kind;
    o->flags = size > kMaxCell ? kLarge : 0;
    o->aux = 0;
    o->type = type;
    if (type->type_flags & kTypeHeap) incref(type);
    return o;
}

static KRAIT_NOINLINE Object* allocate_object_slow(Thread& t, TypeObject* type, size_t size, bool gc) {
    void* cell = t.heap.allocate_cell(size, gc);
    if (cell) return fill_header(cell, type, size);
    (void)raise_memory_error(t);
    return nullptr;
}

// The failing end lives elsewhere: beside two cold calls GCC takes the common end for cold as well.
Object* allocate_object(Thread& t, TypeObject* type, size_t size) {
    bool gc = (type->type_flags & kTypeGc) != 0;
    void* cell = t.heap.take_free_cell(size, gc);
    if (KRAIT_UNLIKELY(!cell)) return allocate_object_slow(t, type, size, gc);
    return fill_header(cell, type, size);
}

void free_object(Interpreter& interp, Object* o) {
    if (KRAIT_UNLIKELY(o->flags & (kHasWeakref | kInterned))) {
        if (o->flags & kHasWeakref) weakrefs_forget(interp, o);
        if (o->flags & kInterned) intern_forget(interp, reinterpret_cast<StrObject*>(o));
    }
    TypeObject* type = o->type;
    bool owned_type = type != o && (type->type_flags & kTypeHeap) != 0;
    interp.heap.free_object_memory(o);
    if (owned_type) decref(type);
}

void saturate_refcount(Object* o) { o->refcount = 0xC0000000u; }

void incref_many(Value v, size_t n) {
    if (!v.is_object()) return;
    Object* o = v.as_object();
    uint64_t count = uint64_t{o->refcount} + n;
    if (count >= 0x80000000u) return saturate_refcount(o);
    o->refcount = static_cast<uint32_t>(count);
}

}  // namespace krait
