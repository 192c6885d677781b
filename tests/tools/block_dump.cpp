// krait_block_dump: what the verifier finds out about code objects, as text.
//
// Input: code records on stdin (code_record.h).
// Output: per record the lines of dump(), then "=". With --time: only the time per bytecode, over --time rounds.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "tests/tools/code_record.h"
#include "vm/translate/block_structure.h"

using namespace krait;

namespace {

void print_steps(const BlockStructure& blocks, const Plan& plan) {
    for (const Step& step : blocks.steps(plan)) {
        switch (step.kind) {
            case StepKind::Drop: std::printf(" drop %u", step.base); break;
            case StepKind::Restore: std::printf(" restore %u", step.base); break;
            case StepKind::Clear: std::printf(" clear %u", step.base); break;
            case StepKind::Enter: std::printf(" enter %u %u %u", step.target, step.base, step.tag); break;
            case StepKind::Jump: std::printf(" jump %u", step.target); break;
            case StepKind::Return: std::printf(" return"); break;
            case StepKind::Reraise: std::printf(" reraise %u", step.base); break;
        }
    }
    std::printf("\n");
}

/// Chains are numbered in the order of their first use by pc, outer blocks first.
uint32_t name_chain(const BlockStructure& blocks, std::vector<uint32_t>& names, uint32_t& last, BlockId id) {
    std::vector<BlockId> unnamed;
    for (; id != kNoBlock && names[id] == 0; id = blocks.block(id).below) unnamed.push_back(id);
    uint32_t name = names[id];
    while (!unnamed.empty()) {
        const BlockId next = unnamed.back();
        unnamed.pop_back();
        const Block& block = blocks.block(next);
        std::printf("block %u kind %u base %u target %u state %u below %u\n", ++last,
                    static_cast<unsigned>(block.kind), block.base, block.target, static_cast<unsigned>(block.state),
                    name);
        name = names[next] = last;
    }
    return name;
}

void dump(const BlockStructure& blocks) {
    std::vector<uint32_t> names(blocks.blocks().size(), 0);
    uint32_t last = 0;
    const std::span<const Unit> units = blocks.units();
    for (uint32_t index = 0; index < units.size(); ++index) {
        const Unit& unit = units[index];
        if (!unit.is(Unit::kReached)) continue;
        const uint32_t name = name_chain(blocks, names, last, unit.blocks);
        std::printf("at %u height %u blocks %u\n", 2 * index, unit.height, name);
        if (unit.plan != 0) {
            std::printf("plan %u", 2 * index);
            print_steps(blocks, blocks.plan_at(unit.plan));
        }
    }
    for (const Region& region : blocks.regions()) {
        for (uint32_t at = region.first_plan; at != 0; at = blocks.plan_at(at).next) {
            std::printf("resume %u tag %u", region.end, blocks.plan_at(at).tag);
            print_steps(blocks, blocks.plan_at(at));
        }
    }
    for (const ExceptionRow& row : blocks.rows()) {
        std::printf("row %u %u handler %d depth %u kind %u saves", row.start, row.end, static_cast<int>(row.handler),
                    row.depth, static_cast<unsigned>(row.kind));
        for (uint32_t save : blocks.saves(row)) std::printf(" %u", save);
        std::printf("\n");
    }
    std::printf("max %u\n", blocks.max_height());
}

void measure(int rounds) {
    std::vector<CodeRecord> records;
    for (CodeRecord record; read_code_record(record);) records.push_back(std::move(record));
    BlockStructure blocks;
    size_t instructions = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int round = 0; round < rounds; ++round) {
        for (const CodeRecord& record : records) {
            if (blocks.analyse(view_of(record))) instructions += blocks.instruction_count();
        }
    }
    const std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;
    std::printf("%zu code objects, %zu instructions, %.1f ns per instruction\n", records.size(), instructions,
                time.count() / static_cast<double>(instructions));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::strcmp(argv[1], "--time") == 0) {
        measure(std::atoi(argv[2]));
        return 0;
    }
    BlockStructure blocks;
    for (CodeRecord record; read_code_record(record);) {
        if (blocks.analyse(view_of(record))) {
            dump(blocks);
        } else {
            std::printf("refused %s\n", std::string(rejection_text(blocks.rejection())).c_str());
        }
        std::printf("=\n");
    }
    return 0;
}
