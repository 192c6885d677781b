#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "support/arena.h"
#include "support/checked.h"
#include "support/diagnostic.h"
#include "support/hash.h"
#include "support/result.h"
#include "support/source_location.h"

namespace krait {
namespace {

Result<std::string, Diagnostic> word(bool good) {
    if (good) return "spam";
    return fail(Diagnostic::syntax("bad word", 3, 7));
}

Result<void, Diagnostic> nothing(bool good) {
    if (!good) return fail(Diagnostic::of(DiagnosticKind::TabError, "tabs"));
    return {};
}

Result<std::size_t, Diagnostic> length(bool good, bool also) {
    std::string text = KRAIT_TRY(word(good));
    KRAIT_CHECK(nothing(also));
    return text.size();
}

TEST(SupportResult, ValueAndErrorPassThrough) {
    auto fine = length(true, true);
    ASSERT_TRUE(fine);
    EXPECT_EQ(*fine, 4u);
    auto bad = length(false, true);
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().message, "bad word");
    EXPECT_EQ(bad.error().column, 7u);
    auto tabs = length(true, false);
    ASSERT_FALSE(tabs);
    EXPECT_EQ(tabs.error().kind, DiagnosticKind::TabError);
}

TEST(SupportResult, MovesOnlyTypes) {
    Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
    auto moved = std::move(result);
    EXPECT_EQ(*moved.take(), 5);
    Result<std::unique_ptr<int>> failed = Failure<>{};
    EXPECT_FALSE(failed);
    failed = std::make_unique<int>(6);
    EXPECT_EQ(**failed, 6);
    static_assert(sizeof(Result<void>) <= 2);
}

TEST(SupportChecked, Overflow) {
    std::size_t out = 0;
    EXPECT_TRUE(checked_array_size(16, 4, 8, &out));
    EXPECT_EQ(out, 48u);
    EXPECT_FALSE(checked_array_size(16, SIZE_MAX / 8 + 1, 8, &out));
    EXPECT_FALSE(checked_mul<std::int64_t>(INT64_MIN, -1).has_value());
}

TEST(SupportArena, CountsAndRefuses) {
    Arena arena(64 * 1024);
    for (int i = 0; i < 100; ++i) {
        void* memory = arena.allocate(24, 8);
        ASSERT_NE(memory, nullptr);
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(memory) % 8, 0u);
    }
    EXPECT_EQ(arena.bytes_used(), 2400u);
    EXPECT_EQ(arena.copy("spam"), "spam");
    EXPECT_EQ(arena.allocate(1 << 20), nullptr);
    EXPECT_TRUE(arena.exhausted());
    EXPECT_EQ(arena.allocate(SIZE_MAX - 3), nullptr);
    EXPECT_EQ(arena.create_array<std::uint64_t>(SIZE_MAX / 4), nullptr);
    EXPECT_LE(arena.bytes_reserved(), arena.limit());
    Arena other = std::move(arena);
    EXPECT_GT(other.bytes_used(), 2400u);
    int count = 0;
    while (other.allocate(100)) ++count;
    EXPECT_GT(count, 500);
}

// The vector of the SipHash paper (2-4); 1-3 shares everything but the number of rounds.
TEST(SupportHash, SipHashVector) {
    unsigned char bytes[16];
    for (int i = 0; i < 16; ++i) bytes[i] = static_cast<unsigned char>(i);
    HashKey key{0x0706050403020100u, 0x0f0e0d0c0b0a0908u};
    EXPECT_EQ((SipHash<2, 4>(key)(bytes, 15)), 0xa129ca6149be45e5u);
    EXPECT_EQ((SipHash<2, 4>(key)(bytes, 0)), 0x726fdb47dd0e0e31u);
    EXPECT_NE(siphash13(key, "a"), siphash13(key, std::string_view("a\0", 2)));
    EXPECT_NE(siphash13(key, "abc"), siphash13(HashKey{1, 2}, "abc"));
}

}  // namespace
}  // namespace krait
