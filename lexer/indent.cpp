#include "lexer/indent.h"

namespace krait {

Layout::Fault Layout::enter_line(int column, int tab_one_column) {
    if (column > columns_[depth_]) {
        if (depth_ + 1 >= kMaxIndents) return Fault::TooDeep;
        if (tab_one_column <= tab_one_columns_[depth_]) return Fault::Inconsistent;
        ++depth_;
        ++pending_;
        columns_[depth_] = column;
        tab_one_columns_[depth_] = tab_one_column;
        return Fault::None;
    }
    while (depth_ > 0 && column < columns_[depth_]) {
        --depth_;
        --pending_;
    }
    if (column != columns_[depth_]) return Fault::NoSuchLevel;
    return tab_one_column == tab_one_columns_[depth_] ? Fault::None : Fault::Inconsistent;
}

void Layout::close_all() {
    pending_ = -depth_;
    depth_ = 0;
}

void Layout::begin_async() {
    async_ = true;
    async_past_header_ = false;
    async_depth_ = depth_;
}

void Layout::leave_async_if_over() {
    if (async_ && async_past_header_ && brackets_ == 0 && depth_ <= async_depth_) {
        async_ = false;
        async_past_header_ = false;
    }
}

}  // namespace krait
