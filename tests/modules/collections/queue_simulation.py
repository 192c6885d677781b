from collections import deque, Counter, OrderedDict, defaultdict, namedtuple
Job = namedtuple('Job', 'name work')
queue = deque(Job(n, w) for n, w in [('a', 3), ('b', 1), ('c', 2)])
log = []
while queue:
    job = queue.popleft()
    log.append(job.name)
    if job.work > 1:
        queue.append(job._replace(work=job.work - 1))
print(log, Counter(log).most_common(), OrderedDict.fromkeys(log))  # expect: ['a', 'b', 'c', 'a', 'c', 'a'] [('a', 3), ('c', 2), ('b', 1)] OrderedDict([('a', None), ('b', None), ('c', None)])
groups = defaultdict(list)
for i, name in enumerate(log):
    groups[name].append(i)
print(dict(groups), sorted(groups, key=lambda n: groups[n][-1]))  # expect: {'a': [0, 3, 5], 'b': [1], 'c': [2, 4]} ['b', 'c', 'a']
w = deque(maxlen=3)
print([sum(w) for x in range(6) if w.append(x) is None])  # expect: [0, 1, 3, 6, 9, 12]
