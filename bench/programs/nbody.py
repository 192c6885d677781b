"""Floats in instance attributes."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 0.0803381967493872


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))

SYSTEM = [
    (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743),
    (4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
     0.606326392995832, 2.81198684491626, -0.02521836165988763, 0.03769367487038949),
    (8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
     -1.01077434617879, 1.82566237123041, 0.008415761376584154, 0.011286326131968767),
    (12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
     1.08279100644153, 0.868713018169608, -0.010832637401363636, 0.0017237240570597112),
    (15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
     0.979090732243898, 0.594698998647676, -0.034755955504078104, 0.0020336868699246304),
]


class Body:
    pass


def make_bodies():
    bodies = []
    for row in SYSTEM:
        body = Body()
        body.x, body.y, body.z, body.vx, body.vy, body.vz, body.m = row
        bodies.append(body)
    return bodies


def advance(pairs, bodies, dt, steps):
    for step in range(steps):
        for one, two in pairs:
            dx = one.x - two.x
            dy = one.y - two.y
            dz = one.z - two.z
            square = dx * dx + dy * dy + dz * dz
            mag = dt / (square * square ** 0.5)
            m1 = one.m * mag
            m2 = two.m * mag
            one.vx -= dx * m2
            one.vy -= dy * m2
            one.vz -= dz * m2
            two.vx += dx * m1
            two.vy += dy * m1
            two.vz += dz * m1
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def run():
    bodies = make_bodies()
    pairs = [(bodies[i], bodies[j]) for i in range(5) for j in range(i + 1, 5)]
    advance(pairs, bodies, 0.01, scaled(20000))
    return bodies[0].x


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('nbody: wrong result %r, expected %r' % (result, EXPECTED))
    print('nbody %.6f %r' % (seconds, result))
