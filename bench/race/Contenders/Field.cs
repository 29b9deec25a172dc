namespace OrderHotline.Bench.Race;

/// <summary>A runtime of JavaScript that somebody has named.</summary>
/// <param name="Name">What the contender is called.</param>
/// <param name="Executable">What is started: with a loop on the Runtime API, and the handler's name.</param>
sealed record NamedRuntime(string Name, string Executable);

/// <summary>Everybody who can take part.</summary>
static class Field
{
    /// <summary>All contenders, there or not.</summary>
    /// <param name="repository">The folder of the repository, in which <c>run.sh</c> has published everything.</param>
    /// <param name="node">The executable of Node.js.</param>
    /// <param name="named">Other runtimes of JavaScript, by the names that they were given.</param>
    /// <exception cref="RaceException">A name is taken.</exception>
    public static IReadOnlyList<Contender> All(string repository, string node, IReadOnlyList<NamedRuntime>? named = null)
    {
        var published = Path.Combine(repository, "artifacts", "race");
        var plain = Path.Combine(published, "node");
        var bundled = Path.Combine(published, "node-bundled");
        var tools = Path.Combine(repository, "bench", "peers", "runtime");
        var official = Path.Combine(tools, "node_modules", "aws-lambda-ric", "bin", "index.mjs");
        var native = Path.Combine(tools, "node_modules", "aws-lambda-ric", "dist", "rapid-client.node");
        var isOfficialThere = File.Exists(native);
        var loop = Path.Combine(tools, "loop.mjs");
        var bun = Path.Combine(repository, "bench", "peers", "bun", "node_modules", "@oven", "bun-linux-x64", "bin", "bun");
        Contender[] field =
        [
            Executable("ours", "ours, native AOT", Role.Ours, Path.Combine(published, "ours"), "bootstrap"),
            Executable("ours-jit", "ours, JIT (.NET 10)", Role.Ours, Path.Combine(published, "ours-jit"), "bootstrap"),
            Node("node", "Node.js, aws-lambda-ric", official, plain, isOfficial: true),
            Node("node-bundled", "Node.js, aws-lambda-ric, bundled", official, bundled, isOfficial: true),
            Node("node-loop", "Node.js, minimal loop", loop, plain, isOfficial: false),
            Node("node-loop-bundled", "Node.js, minimal loop, bundled", loop, bundled, isOfficial: false),
            .. Other(new("bun", bun), "Bun"),
            .. (named ?? []).SelectMany(runtime => Other(runtime, runtime.Name)),
            Floor("floor-requests", "floor: the same requests", "same-requests") with { SpeaksTls = false },
            Floor("floor-constant", "floor: a constant", "constant") with { MakesRequests = false },
        ];
        return field.GroupBy(one => one.Name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new RaceException($"Two contenders are called {twice.Key}: give the one of --peer another name.")
            : field;

        Contender Floor(string name, string title, string program) =>
            Executable(name, title, Role.Floor, Path.Combine(published, name), program);

        Contender Node(string name, string title, string runtime, string folder, bool isOfficial)
        {
            var contender = JavaScript(name, title, Role.Peer, node, runtime, folder);
            return contender with
            {
                Requires = isOfficial && !isOfficialThere ? native : contender.Requires,
                TakesPartUnasked = isOfficial == isOfficialThere,
            };
        }

        IEnumerable<Contender> Other(NamedRuntime runtime, string title)
        {
            var fetchLoop = Path.Combine(tools, "fetch-loop.mjs");
            Contender[] both =
            [
                JavaScript(runtime.Name, $"{title}, minimal loop", Role.OtherRuntime, runtime.Executable, fetchLoop, plain),
                JavaScript($"{runtime.Name}-bundled", $"{title}, minimal loop, bundled", Role.OtherRuntime, runtime.Executable, fetchLoop, bundled),
            ];
            return both.Select(one => File.Exists(one.Program) ? one : one with { Requires = one.Program });
        }
    }

    static Contender JavaScript(string name, string title, Role role, string program, string loop, string folder) => new(
        name,
        title,
        role,
        program,
        function => [loop, $"{function}.handler"],
        folder,
        Path.Combine(folder, "CancelOrder.js"),
        (file, function) => file == $"{function}.js" || file.StartsWith("node_modules", StringComparison.Ordinal));

    static Contender Executable(string name, string title, Role role, string folder, string program) => new(
        name, title, role, Path.Combine(folder, program), _ => [], folder, Path.Combine(folder, program), (_, _) => true);
}
