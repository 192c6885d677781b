// Recomputes reference counts by traversal and lists what is alive.
#include "vm/memory/heap_check.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include "vm/object/layouts.h"

namespace krait {

namespace {

class CountingVisitor final : public Visitor {
  public:
    void visit_object(Object* o) override {
        if (o) ++counts[o];
    }
    std::unordered_map<Object*, uint32_t> counts;
};

std::string describe(Object* o, uint32_t found) {
    return std::string(type_name(o->type)) + " object: " + std::to_string(found) + " references found, " +
           std::to_string(o->refcount) + " stored";
}

}  // namespace

std::string HeapChecker::check_counts() {
    CountingVisitor visitor;
    thread_.heap.for_each_object([&](Object* o) {
        if (o->type->slots.traverse && (o->flags & kGcTracked)) o->type->slots.traverse(o, visitor);
        if ((o->type->type_flags & kTypeHeap) && o->type != o) visitor.visit_object(o->type);
    });
    for (auto& [object, found] : visitor.counts)
        if (found > object->refcount) return describe(object, found);
    return "";
}

std::string HeapChecker::live_objects(size_t max_types) {
    std::map<std::string, size_t> counts;
    thread_.heap.for_each_object([&](Object* o) { ++counts[type_name(o->type)]; });
    std::vector<std::pair<std::string, size_t>> rows(counts.begin(), counts.end());
    std::stable_sort(rows.begin(), rows.end(), [](auto& a, auto& b) { return a.second > b.second; });
    std::string text;
    for (size_t i = 0; i < rows.size() && i < max_types; ++i)
        text += (i ? ", " : "") + std::to_string(rows[i].second) + " " + rows[i].first;
    if (rows.size() > max_types) text += ", ...";
    return text;
}

}  // namespace krait
