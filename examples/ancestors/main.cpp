// Ancestors of revisions, newest first: a C++ iterator whose next() may fail, beside the Python generator that does the
// same. A failure is a C++ exception that Python knows as ancestors.GraphError.
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include <krait/containers.hpp>

constexpr int kNullRevision = -1;

struct GraphError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Graph {
  public:
    explicit Graph(std::map<int, std::pair<int, int>> parents) : parents_(std::move(parents)) {}
    std::pair<int, int> parents(int revision) const {
        auto found = parents_.find(revision);
        if (found == parents_.end()) throw GraphError("no revision " + std::to_string(revision));
        return found->second;
    }

  private:
    std::map<int, std::pair<int, int>> parents_;
};

class AncestorsIterator {
  public:
    AncestorsIterator(std::shared_ptr<Graph> graph, const std::vector<int>& initial) : graph_(std::move(graph)) {
        for (int revision : initial) visit(revision);
    }
    // The next revision; nothing at the end.
    std::optional<int> next() {
        if (heap_.empty()) return std::nullopt;
        int revision = heap_.top();
        auto [first, second] = graph_->parents(revision);   // may fail: the iterator stays as it was
        heap_.pop();
        visit(first);
        visit(second);
        return revision;
    }

  private:
    void visit(int revision) {
        if (revision != kNullRevision && seen_.insert(revision).second) heap_.push(revision);
    }
    std::shared_ptr<Graph> graph_;
    std::priority_queue<int> heap_;
    std::set<int> seen_;
};

constexpr const char* kProgram = R"(
from heapq import heappush, heappop
from ancestors import AncestorsIterator, Graph, GraphError

PARENTS = {5: (4, 3), 4: (2, -1), 3: (1, -1), 2: (1, -1), 1: (0, -1), 0: (-1, -1)}

def ancestors(parents, initial):
    seen, heap = set(), []
    def visit(revision):
        if revision != -1 and revision not in seen:
            seen.add(revision)
            heappush(heap, -revision)
    for revision in initial:
        visit(revision)
    while heap:
        revision = -heappop(heap)
        yield revision
        for parent in parents[revision]:
            visit(parent)

print(*AncestorsIterator(Graph(PARENTS), [5]))
print(*ancestors(PARENTS, [5]))
print(list(AncestorsIterator(Graph(PARENTS), [2, 3])) == list(ancestors(PARENTS, [2, 3])))

broken = AncestorsIterator(Graph({7: (6, -1)}), [7])
print(next(broken))
try:
    next(broken)
except GraphError as e:
    print('GraphError:', e)
)";

int main() {
    krait::Options options;
    options.on_stdout = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); };
    krait::Interpreter python(std::move(options));
    krait::Module m = python.module("ancestors");
    m.exception<GraphError>("GraphError");
    m.class_<Graph>("Graph")
        .init<std::map<int, std::pair<int, int>>>(krait::arg("parents"))
        .def("parents", &Graph::parents);
    m.class_<AncestorsIterator>("AncestorsIterator")
        .init<std::shared_ptr<Graph>, std::vector<int>>(krait::arg("graph"), krait::arg("initial"))
        .iterator(&AncestorsIterator::next);
    python.exec(kProgram);
}
