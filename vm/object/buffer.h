// How natives get at the bytes of bytes-like objects: bytes, bytearray, memoryview, and types whose slots.buffer is
// set. A BufferView keeps the object alive and its bytes in place (resizing raises BufferError meanwhile).
#pragma once

#include <string_view>
#include <utility>

#include "vm/object/layouts.h"

namespace krait {

// What a type's buffer slot fills in.
struct BufferInfo {
    char* data = nullptr;
    size_t length = 0;              // bytes
    bool readonly = false;
    uint16_t ndim = 1;
    uint32_t item_size = 1;
    char format[4] = "B";           // struct code, native
    // shape[ndim], then strides[ndim]; null: one dimension of length / item_size items. The exporter's, to be read
    // before anything else is done.
    const int64_t* dims = nullptr;
    void (*release)(Value owner) = nullptr;   // called once when the view ends; the owner is still alive
};

class [[nodiscard]] BufferView {
  public:
    BufferView() = default;
    BufferView(Ref owner, const BufferInfo& info) : owner_(std::move(owner)), info_(info) {}
    // What is moved from has no export to end, and is not to be read.
    BufferView(BufferView&& other) noexcept : owner_(std::move(other.owner_)), info_(other.info_) {
        other.info_.release = nullptr;
    }
    BufferView& operator=(BufferView&& other) noexcept {
        if (this != &other) {
            release();
            owner_ = std::move(other.owner_);
            info_ = other.info_;
            other.info_.release = nullptr;
        }
        return *this;
    }
    ~BufferView() { release(); }

    std::string_view view() const { return {info_.data, info_.length}; }
    char* data() const { return info_.data; }
    size_t size() const { return info_.length; }
    bool readonly() const { return info_.readonly; }
    const BufferInfo& info() const { return info_; }
    Value owner() const { return owner_; }
    // The export outlives the view: the caller ends it with the returned function (null: nothing to do).
    auto keep_export() { return std::exchange(info_.release, nullptr); }
    void release() {
        if (info_.release) std::exchange(info_.release, nullptr)(owner_);
        owner_.reset();
        info_.data = nullptr;
        info_.length = 0;
    }

  private:
    Ref owner_;
    BufferInfo info_;
};

// The object has bytes to show (nothing is exported).
bool has_buffer(Thread&, Value);
// TypeError "a bytes-like object is required, not 'X'"; BufferError for items that are not contiguous.
Fallible<BufferView> get_buffer(Thread&, Value);
// The same with items wherever `dims` says, `data` being the place of the first.
Fallible<BufferView> get_strided_buffer(Thread&, Value);
// The same, the bytes may be written: TypeError "a read-write bytes-like object is required, not 'X'".
Fallible<BufferView> get_writable_buffer(Thread&, Value);

// ------------------------------------------------------------------------------------------------ memoryview
struct MemoryViewObject : Object {
    Value owner;                // object whose bytes these are, exported to us; UNBOUND: released
    void (*release)(Value);     // ends the export
    char* data;                 // first item
    bool readonly;
    bool hashable;              // bytes of an immutable owner
    uint16_t ndim;
    uint32_t item_size;
    char format[4];             // struct code, maybe after '@'
    uint32_t exports;           // BufferViews of this view: it cannot be released meanwhile
    uint64_t hash;              // 0: not computed yet
    int64_t* dims;              // shape[ndim], then strides[ndim]: `inline_dims` or a heap buffer
    int64_t inline_dims[4];

    int64_t* shape() const { return dims; }
    int64_t* strides() const { return dims + ndim; }
    int64_t item_count() const {
        int64_t n = 1;
        for (unsigned i = 0; i < ndim; ++i) n *= dims[i];
        return n;
    }
    int64_t byte_count() const { return item_count() * item_size; }
    bool released() const { return owner.is_unbound(); }
};
constexpr unsigned kMaxMemoryViewDims = 64;

// memoryview(object).
Ref memoryview_new(Thread&, Value object);
// Another view of the same bytes with room for `ndim` dimensions; shape and strides are copied when ndim is the same.
RefTo<MemoryViewObject> memoryview_clone(Thread&, MemoryViewObject*, unsigned ndim);
bool dims_are_contiguous(const int64_t* dims, unsigned ndim, int64_t item_size, bool fortran);
inline bool memoryview_is_contiguous(const MemoryViewObject* m, bool fortran) {
    return dims_are_contiguous(m->dims, m->ndim, m->item_size, fortran);
}
// Copies the items in C order to `out` (byte_count() bytes).
void memoryview_copy_items(const MemoryViewObject*, char* out, bool fortran = false);
// False with BufferError pending when it has exports.
bool memoryview_release(Thread&, MemoryViewObject*);
void memoryview_dealloc(Interpreter&, Object*);
void memoryview_traverse(Object*, Visitor&);
void memoryview_clear(Interpreter&, Object*);

}  // namespace krait
