// An official bootstrap takes Console.Out over, and several in one process can end in a deadlock of the test runner.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
