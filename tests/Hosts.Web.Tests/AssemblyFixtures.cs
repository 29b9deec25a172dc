using OrderHotline.Contracts;

[assembly: AssemblyFixture(typeof(Dynalite))]
