// Code objects as plain records, for tools that look at the translator without a VM.
//
// A record (little endian): u32 length and so many bytes: seven u32 (flags and the numbers of constants, names, local
// variables, cells, free variables, arguments), per cell i32 the argument it captures or -1, per constant u8 kind
// (ConstantKind) and u32 size, then the bytecode. compare_blocks.py writes them.
#pragma once

#include <cstdio>
#include <cstring>
#include <vector>

#include "vm/translate/block_structure.h"

namespace krait {

struct CodeRecord {
    std::vector<uint8_t> code;
    std::vector<ConstantInfo> constants;
    std::vector<int32_t> cell_to_arg;
    uint32_t total_args = 0;
    CodeView view;
};

inline uint32_t read_u32(const uint8_t* at) {
    uint32_t value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

inline CodeRecord parse_code_record(const std::vector<uint8_t>& raw) {
    CodeRecord record;
    CodeView& view = record.view;
    uint32_t* const fields[] = {&view.flags,         &view.const_count,   &view.name_count, &view.varname_count,
                                &view.cellvar_count, &view.freevar_count, &record.total_args};
    size_t at = 0;
    for (uint32_t* field : fields) {
        *field = read_u32(&raw[at]);
        at += 4;
    }
    for (uint32_t i = 0; i < view.cellvar_count; ++i, at += 4) {
        record.cell_to_arg.push_back(static_cast<int32_t>(read_u32(&raw[at])));
    }
    for (uint32_t i = 0; i < view.const_count; ++i, at += 5) {
        record.constants.push_back({static_cast<ConstantKind>(raw[at]), read_u32(&raw[at + 1])});
    }
    record.code.assign(raw.begin() + static_cast<ptrdiff_t>(at), raw.end());
    return record;
}

inline CodeView view_of(const CodeRecord& record) {
    CodeView view = record.view;
    view.code = record.code;
    view.context = &record;
    view.constant = [](const void* context, uint32_t index) {
        return static_cast<const CodeRecord*>(context)->constants[index];
    };
    return view;
}

/// The next record of stdin; false at its end.
inline bool read_code_record(CodeRecord& record) {
    uint8_t head[4];
    if (std::fread(head, 1, 4, stdin) != 4) return false;
    std::vector<uint8_t> raw(read_u32(head));
    if (std::fread(raw.data(), 1, raw.size(), stdin) != raw.size()) return false;
    record = parse_code_record(raw);
    return true;
}

}  // namespace krait
