using OrderHotline.Simulation;

return TrialOptions.TryRead(args, out var options, out var problem) ? Report.Run(options) : Report.Usage(problem);
