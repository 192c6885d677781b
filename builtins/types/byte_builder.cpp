// ByteBuilder: memory, and a look at the time limit between stretches of what is written.
#include "builtins/types/text_support.h"
#include "vm/runtime/limits.h"

namespace krait {

Status ByteBuilder::acquire(size_t capacity) {
    if (capacity > (size_t{1} << 58)) return raise_memory_error(thread_);
    void* moved =
        data_ ? thread_.heap.resize_buffer(data_, capacity_, capacity) : thread_.heap.allocate_buffer(capacity);
    if (!moved) return raise_memory_error(thread_);
    data_ = static_cast<char*>(moved);
    capacity_ = capacity;
    return ok();
}

Status ByteBuilder::make_room(size_t needed) {
    if (needed > capacity_) TRY(acquire(needed > SIZE_MAX / 2 ? needed : std::max<size_t>(needed + needed / 2, 64)));
    room_ = std::min(capacity_, needed + kPlacesPerLook);
    return needed > kPlacesPerLook ? check_deadline(thread_) : ok();
}

Status ByteBuilder::expect(size_t more) {
    size_t needed = length_ + more;
    if (needed < more) needed = SIZE_MAX;
    if (needed > capacity_) TRY(acquire(needed));
    room_ = std::min(capacity_, length_ + kPlacesPerLook);
    return ok();
}

}  // namespace krait
