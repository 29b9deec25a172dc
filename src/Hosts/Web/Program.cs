using OrderHotline.Hosts.Web;

return await WebCommand.Run(args, Environment.GetEnvironmentVariable, Console.Out, Console.Error);
