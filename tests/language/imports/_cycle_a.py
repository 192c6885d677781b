start = 'a started'
import _cycle_b
done = 'a done'
