using OrderHotline.Hosts.Cli;

return await HotlineCommand.Run(args, Console.Out, Console.Error);
