#include "builtins/modules/inflate.h"

#include <zlib.h>

#include <algorithm>

namespace krait {

namespace {

// zlib's own memory comes from the interpreter's heap limit only in so far as it is small and fixed: about 40 kB.
class RawInflater {
  public:
    RawInflater() : ready_(inflateInit2(&stream_, -MAX_WBITS) == Z_OK) {}
    ~RawInflater() {
        if (ready_) inflateEnd(&stream_);
    }
    RawInflater(const RawInflater&) = delete;
    RawInflater& operator=(const RawInflater&) = delete;
    bool ready() const { return ready_; }

    bool preset(std::string_view text) {
        constexpr size_t kWindow = size_t(1) << MAX_WBITS;
        if (text.size() > kWindow) text.remove_prefix(text.size() - kWindow);
        return inflateSetDictionary(&stream_, reinterpret_cast<const Bytef*>(text.data()),
                                    static_cast<uInt>(text.size())) == Z_OK;
    }
    // Whether all of `in` makes exactly `size` bytes.
    bool run(std::string_view in, char* out, size_t size) {
        constexpr size_t kMost = UINT_MAX;
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
        stream_.avail_in = static_cast<uInt>(std::min(in.size(), kMost));
        stream_.next_out = reinterpret_cast<Bytef*>(out);
        stream_.avail_out = static_cast<uInt>(std::min(size, kMost));
        return inflate(&stream_, Z_FINISH) == Z_STREAM_END && stream_.avail_out == 0;
    }

  private:
    z_stream stream_{};
    bool ready_;
};

}  // namespace

bool inflate_text(std::string_view data, size_t size, std::string* out, std::string_view dictionary) {
    RawInflater inflater;
    out->resize(size);
    if (!inflater.ready() || (!dictionary.empty() && !inflater.preset(dictionary))) return false;
    return size == 0 || inflater.run(data, out->data(), size);
}

Ref inflate_raw(Thread& t, std::string_view data, size_t size) {
    // deflate packs no better than 1032 to 1: a header that claims more is wrong.
    if (size / 1032 > data.size() + 1) return raise(t, Exc::ValueError, "bad size of compressed data");
    TRY(charge_work(t, size));
    RefTo<BytesObject> bytes = TRY(bytes_new_uninitialised(t, size));
    RawInflater inflater;
    if (!inflater.ready()) return raise_memory_error(t);
    char none = 0;
    if (!inflater.run(data, size ? bytes->data : &none, size ? size : 0))
        return raise(t, Exc::ValueError, "bad compressed data");
    return bytes;
}

}  // namespace krait
