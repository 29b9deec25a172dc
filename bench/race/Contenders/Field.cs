namespace OrderHotline.Bench.Race;

/// <summary>Everybody who can take part.</summary>
static class Field
{
    /// <summary>All contenders, there or not.</summary>
    /// <param name="repository">The folder of the repository, in which <c>run.sh</c> has published everything.</param>
    /// <param name="node">The executable of Node.js.</param>
    public static IReadOnlyList<Contender> All(string repository, string node)
    {
        var published = Path.Combine(repository, "artifacts", "race");
        var plain = Path.Combine(published, "node");
        var bundled = Path.Combine(published, "node-bundled");
        var tools = Path.Combine(repository, "bench", "peers", "runtime");
        var official = Path.Combine(tools, "node_modules", "aws-lambda-ric", "bin", "index.mjs");
        var native = Path.Combine(tools, "node_modules", "aws-lambda-ric", "dist", "rapid-client.node");
        var isOfficialThere = File.Exists(native);
        var loop = Path.Combine(tools, "loop.mjs");
        return
        [
            Executable("ours", "ours, native AOT", Role.Ours, Path.Combine(published, "ours"), "bootstrap"),
            Executable("ours-jit", "ours, JIT (.NET 10)", Role.Ours, Path.Combine(published, "ours-jit"), "bootstrap"),
            Node("node", "Node.js, aws-lambda-ric", official, plain, isOfficial: true),
            Node("node-bundled", "Node.js, aws-lambda-ric, bundled", official, bundled, isOfficial: true),
            Node("node-loop", "Node.js, minimal loop", loop, plain, isOfficial: false),
            Node("node-loop-bundled", "Node.js, minimal loop, bundled", loop, bundled, isOfficial: false),
            Floor("floor-requests", "floor: the same requests", "same-requests") with { SpeaksTls = false },
            Floor("floor-constant", "floor: a constant", "constant") with { MakesRequests = false },
        ];

        Contender Floor(string name, string title, string program) =>
            Executable(name, title, Role.Floor, Path.Combine(published, name), program);

        Contender Node(string name, string title, string runtime, string folder, bool isOfficial) => new(
            name,
            title,
            Role.Peer,
            node,
            function => [runtime, $"{function}.handler"],
            folder,
            isOfficial && !isOfficialThere ? native : Path.Combine(folder, "CancelOrder.js"),
            (file, function) => file == $"{function}.js" || file.StartsWith("node_modules", StringComparison.Ordinal))
        {
            TakesPartUnasked = isOfficial == isOfficialThere,
        };
    }

    static Contender Executable(string name, string title, Role role, string folder, string program) => new(
        name, title, role, Path.Combine(folder, program), _ => [], folder, Path.Combine(folder, program), (_, _) => true);
}
