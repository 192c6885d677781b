// Conway's game of life: operator<< of a class is str() in Python.
#include <iostream>
#include <set>
#include <sstream>
#include <utility>

#include <krait/containers.hpp>

class Life {
  public:
    Life(int width, int height) : width_(width), height_(height) {}
    void set(int x, int y, bool alive) {
        if (x < 0 || y < 0 || x >= width_ || y >= height_) throw std::out_of_range("outside the board");
        if (alive) cells_.insert({x, y});
        else cells_.erase({x, y});
    }
    bool get(int x, int y) const { return cells_.contains({x, y}); }
    std::size_t size() const { return cells_.size(); }
    void step() {
        std::set<std::pair<int, int>> next;
        for (int y = 0; y < height_; ++y)
            for (int x = 0; x < width_; ++x) {
                int n = neighbours(x, y);
                if (n == 3 || (n == 2 && get(x, y))) next.insert({x, y});
            }
        cells_ = std::move(next);
    }
    friend std::ostream& operator<<(std::ostream& out, const Life& life) {
        for (int y = 0; y < life.height_; ++y) {
            for (int x = 0; x < life.width_; ++x) out << (life.get(x, y) ? "■" : "□");
            out << "\n";
        }
        return out;
    }
    bool operator==(const Life&) const = default;

  private:
    int neighbours(int x, int y) const {
        int n = 0;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) n += (dx || dy) && get(x + dx, y + dy);
        return n;
    }
    int width_, height_;
    std::set<std::pair<int, int>> cells_;
};

int main() {
    krait::Options options;
    options.on_stdout = [](std::string_view text) { std::cout << text; };
    krait::Interpreter python(std::move(options));
    python.module("life")
        .class_<Life>("Life")
        .init<int, int>(krait::arg("width"), krait::arg("height"))
        .def("__setitem__",
             [](Life& life, std::pair<int, int> at, bool alive) { life.set(at.first, at.second, alive); })
        .def("__getitem__", [](const Life& life, std::pair<int, int> at) { return life.get(at.first, at.second); })
        .def("step", &Life::step)
        .sized()
        .eq()
        .str([](const Life& life) { return (std::ostringstream() << life).str(); });
    python.exec(R"(
from life import Life
board = Life(6, 5)
for cell in [(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)]:
    board[cell] = True
for generation in range(3):
    print(board)
    board.step()
print(len(board), board[3, 3], board == Life(6, 5))
try:
    board[9, 9] = True
except IndexError as e:
    print('IndexError:', e)
)");
}
