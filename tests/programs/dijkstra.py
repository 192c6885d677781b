import heapq


def shortest(graph, start):
    distance, previous, queue = {start: 0}, {}, [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > distance[node]:
            continue
        for other, weight in sorted(graph.get(node, {}).items()):
            if d + weight < distance.get(other, float('inf')):
                distance[other] = d + weight
                previous[other] = node
                heapq.heappush(queue, (d + weight, other))
    return distance, previous


graph = {'a': {'b': 7, 'c': 9, 'f': 14}, 'b': {'c': 10, 'd': 15}, 'c': {'d': 11, 'f': 2}, 'd': {'e': 6}, 'f': {'e': 9}}
distance, previous = shortest(graph, 'a')
print(sorted(distance.items()))  # expect: [('a', 0), ('b', 7), ('c', 9), ('d', 20), ('e', 20), ('f', 11)]
path, node = ['e'], 'e'
while node in previous:
    node = previous[node]
    path.append(node)
print(' -> '.join(reversed(path)))  # expect: a -> c -> f -> e
grid = {(x, y): {(x + dx, y + dy): (x * 7 + y * 13) % 10 + 1 for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)) if 0 <= x + dx < 30 and 0 <= y + dy < 30} for x in range(30) for y in range(30)}
print(shortest(grid, (0, 0))[0][(29, 29)])  # expect: 145
