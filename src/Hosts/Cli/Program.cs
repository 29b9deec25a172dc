using OrderHotline.Hosts.Cli;

using var interruption = new Interruption();
return await HotlineCommand.Run(args, Console.Out, Console.Error, interruption.Token);
