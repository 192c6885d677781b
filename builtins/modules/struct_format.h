// Formats of module _struct: parsing, packing and unpacking, without the objects around them.
#pragma once

#include "builtins/types/text_support.h"

namespace krait {

struct StructCode {
    char code;
    uint8_t item_size;      // bytes of one item; 's' and 'p': 1
    bool native, big;
    uint64_t offset;
    uint64_t repeat;        // items in a row; 's' and 'p': length of the one item
};

// A compiled format. Memory is the heap's.
class StructLayout {
  public:
    explicit StructLayout(Heap& heap) : heap_(heap) {}
    ~StructLayout() { clear(); }
    StructLayout(const StructLayout&) = delete;
    StructLayout& operator=(const StructLayout&) = delete;

    // `error`: class of struct.error, here and below.
    Status parse(Thread&, Value error, std::string_view format);
    size_t size() const { return size_; }
    size_t item_count() const { return items_; }
    // `out` has size() bytes. Values are borrowed; their methods may run Python code.
    Status pack(Thread&, Value error, const Value* values, char* out) const;
    Ref unpack(Thread&, const char* data) const;      // tuple

  private:
    void clear();
    Status add(Thread&, StructCode);
    Heap& heap_;
    StructCode* codes_ = nullptr;
    size_t count_ = 0, capacity_ = 0;
    size_t size_ = 0, items_ = 0;
};

}  // namespace krait
