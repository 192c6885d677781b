// Interned strings: lookup by content without allocating, insertion, sweep.
#include "vm/runtime/intern.h"

#include <cstring>

#include "support/hash.h"
#include "support/utf8.h"
#include "vm/error/raise.h"
#include "vm/object/attribute.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/thread.h"

namespace krait {

namespace {

uint64_t content_hash(const Interpreter& interp, const void* data, size_t bytes) {
    return siphash13(interp.hash_key, data, bytes);
}

size_t place_of(const InternTable& table, const StrObject* text, uint64_t hash) {
    size_t mask = table.capacity - 1, i = hash & mask;
    while (table.entries[i].text != text && table.entries[i].text) i = (i + 1) & mask;
    return i;
}

StrObject* lookup(const InternTable& table, uint64_t hash, unsigned unit, const void* data, size_t bytes) {
    if (table.count == 0) return nullptr;
    size_t mask = table.capacity - 1;
    for (size_t i = hash & mask; table.entries[i].text; i = (i + 1) & mask) {
        const InternTable::Entry& e = table.entries[i];
        if (e.hash == hash && e.text->unit() == unit && e.text->byte_size() == bytes &&
            std::memcmp(e.text->data, data, bytes) == 0)
            return e.text;
    }
    return nullptr;
}

bool grow(Interpreter& interp, InternTable& table, size_t capacity) {
    size_t bytes = capacity * sizeof(InternTable::Entry);
    auto* entries = static_cast<InternTable::Entry*>(interp.heap.allocate_buffer(bytes));
    if (!entries) return false;
    std::memset(static_cast<void*>(entries), 0, bytes);
    for (size_t k = 0; k < table.capacity; ++k) {
        if (!table.entries[k].text) continue;
        size_t i = table.entries[k].hash & (capacity - 1);
        while (entries[i].text) i = (i + 1) & (capacity - 1);
        entries[i] = table.entries[k];
    }
    interp.heap.free_buffer(table.entries, table.capacity * sizeof(InternTable::Entry));
    table.entries = entries;
    table.capacity = capacity;
    return true;
}

void erase_at(InternTable& table, size_t hole) {
    size_t mask = table.capacity - 1;
    for (size_t i = (hole + 1) & mask; table.entries[i].text; i = (i + 1) & mask) {
        size_t home = table.entries[i].hash & mask;
        if (((i - home) & mask) < ((i - hole) & mask)) continue;
        table.entries[hole] = table.entries[i];
        hole = i;
    }
    table.entries[hole] = {};
    --table.count;
}

// Takes a reference of its own.
StrObject* insert(Thread& t, StrObject* text, uint64_t hash) {
    InternTable& table = *t.interp.interned;
    if ((table.count + 1) * 3 > table.capacity * 2 &&
        !grow(t.interp, table, table.capacity ? table.capacity * 2 : 1024)) {
        (void)raise_memory_error(t);
        return nullptr;
    }
    size_t i = hash & (table.capacity - 1);
    while (table.entries[i].text) i = (i + 1) & (table.capacity - 1);
    table.entries[i] = {hash, text};
    ++table.count;
    incref(text);
    text->flags |= kInterned;
    return text;
}

}  // namespace

bool intern_table_reserve(Interpreter& interp, size_t count) {
    size_t capacity = 1024;
    while (capacity * 2 < count * 3) capacity *= 2;
    return interp.interned->capacity >= capacity || grow(interp, *interp.interned, capacity);
}

StrObject* intern(Thread& t, StrObject* text) {
    if (text->flags & kInterned) return text;
    uint64_t hash = content_hash(t.interp, text->data, text->byte_size());
    if (StrObject* found = lookup(*t.interp.interned, hash, text->unit(), text->data, text->byte_size())) return found;
    if (text->kind == Kind::Str) return insert(t, text, hash);
    Ref exact = str_substring(t, text, 0, text->length);   // instances of subclasses are never interned themselves
    if (exact.failed()) return nullptr;
    if (exact.get() == Value::object(text)) return text;
    return insert(t, exact.as<StrObject>(), hash);
}

StrObject* intern_utf8(Thread& t, std::string_view utf8) {
    if (is_ascii(utf8)) {
        uint64_t hash = content_hash(t.interp, utf8.data(), utf8.size());
        if (StrObject* found = lookup(*t.interp.interned, hash, 1, utf8.data(), utf8.size())) return found;
    }
    Ref text = str_from_utf8(t, utf8);
    if (text.failed()) return nullptr;
    return intern(t, text.as<StrObject>());
}

void intern_forget(Interpreter& interp, StrObject* text) {
    InternTable& table = *interp.interned;
    if (table.count == 0) return;
    uint64_t hash = content_hash(interp, text->data, text->byte_size());
    size_t i = place_of(table, text, hash);
    if (table.entries[i].text == text) erase_at(table, i);
}

void intern_sweep(Interpreter& interp) {
    InternTable& table = *interp.interned;
    method_cache_clear(interp);   // it holds names
    for (size_t i = 0; i < table.capacity;) {
        StrObject* text = table.entries[i].text;
        if (!text || text->refcount != 1) {
            ++i;
            continue;
        }
        erase_at(table, i);   // what moved into the hole is looked at next
        text->flags &= static_cast<uint8_t>(~kInterned);
        decref(text);
    }
    table.sweep_at = table.count * 2 < 4096 ? 4096 : table.count * 2;
}

void intern_table_free(Interpreter& interp) {
    InternTable& table = *interp.interned;
    InternTable old = table;
    table = {};
    for (size_t i = 0; i < old.capacity; ++i) {
        if (StrObject* text = old.entries[i].text) {
            text->flags &= static_cast<uint8_t>(~kInterned);
            decref(text);
        }
    }
    interp.heap.free_buffer(old.entries, old.capacity * sizeof(InternTable::Entry));
}

}  // namespace krait
