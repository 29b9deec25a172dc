using MediatR;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace OrderHotline.Architecture.Tests;

/// <summary>How the code of the libraries is written, read from what was compiled. Every rule is shown to find what it forbids in
/// <see cref="Planted"/>.</summary>
public sealed class ConventionTests
{
    static readonly IReadOnlyList<TypeDefinition> OurTypes = [.. Solution.Libraries.SelectMany(project => project.Types)];

    static readonly IReadOnlyList<TypeDefinition> PlantedTypes =
    [
        .. Project.TypesOf(AssemblyDefinition.ReadAssembly(typeof(Planted).Assembly.Location))
            .Where(type => type.FullName.Contains(nameof(Planted), StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Rules => [.. Offences.Keys];

    static IReadOnlyDictionary<string, (Func<TypeDefinition, IEnumerable<string>> Find, string Planted)> Offences { get; } =
        new Dictionary<string, (Func<TypeDefinition, IEnumerable<string>>, string)>
        {
            ["A class is sealed, abstract or static"] = (Unsealed, nameof(Planted.OpenClass)),
            ["Nothing static can be changed"] = (StaticState, nameof(Planted.Counter)),
            ["Nothing is looked up by reflection"] = (Reflection, nameof(Planted.Mirror)),
            ["Requests and responses are reference types"] = (ValueTypedRequests, nameof(Planted.StructRequest)),
            ["A folder or type says what it is about"] = (VagueNames, nameof(Planted.OrderHelper)),
            ["A rule answers with more than yes or no"] = (BoolOutcomes, nameof(Planted.YesNoRequest)),
        };

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_code_keeps_the_rule(string rule) => Assert.Empty(OurTypes.SelectMany(Offences[rule].Find));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_finds_what_it_forbids(string rule) =>
        Assert.Contains(
            PlantedTypes.SelectMany(Offences[rule].Find),
            offence => offence.Contains(Offences[rule].Planted, StringComparison.Ordinal));

    [Theory]
    [InlineData(nameof(Planted.StructRequest))]
    [InlineData(nameof(Planted.YesNoRequest))]
    [InlineData(nameof(Planted.RequestForAStruct))]
    [InlineData(nameof(Planted.RequestForNothing))]
    public void Every_request_that_native_code_could_not_send_is_found(string planted) =>
        Assert.Single(
            PlantedTypes.SelectMany(ValueTypedRequests),
            offence => offence.Contains($"{planted} asks for", StringComparison.Ordinal));

    [Fact]
    public void Requests_are_looked_at_at_all() =>
        Assert.NotEmpty(Solution.Projects["Application"].Types.SelectMany(Requests));

    [Fact]
    public void The_domain_is_synchronous_and_the_rule_finds_a_task()
    {
        Assert.Empty(Solution.Projects["Domain"].Types.SelectMany(Tasks));
        Assert.NotEmpty(Solution.Projects["Application"].Types.SelectMany(Tasks));
    }

    [Fact]
    public void A_source_file_fits_in_the_head()
    {
        var long300 = Solution.SourceFiles("src").Concat(Solution.SourceFiles("simulator")).Concat(Solution.SourceFiles("compat")).Concat(Solution.SourceFiles("tests"))
            .Select(file => (File: Path.GetRelativePath(Solution.Folder, file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > 300);

        Assert.Empty(long300);
    }

    [Fact]
    public void A_namespace_shows_no_more_types_than_a_reader_can_take_in()
    {
        Assert.Empty(Crowded(OurTypes, most: 60));
        Assert.NotEmpty(Crowded(OurTypes, most: 10));
    }

    // The analyzer holds a library to these files; one without them would be held to nothing.
    [Fact]
    public void Every_library_lists_its_public_api() => Assert.Empty(
        from library in Solution.Packages
        from file in new[] { "PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt" }
        let path = Path.Combine(Solution.Folder, "src", library.Name, file)
        where !File.Exists(path)
        select path);

    static IEnumerable<string> Crowded(IEnumerable<TypeDefinition> types, int most) => types
        .Where(type => type.IsPublic)
        .GroupBy(type => type.Namespace)
        .Where(shown => shown.Count() > most)
        .Select(shown => $"{shown.Key} shows {shown.Count()} types");

    static IEnumerable<string> Unsealed(TypeDefinition type) =>
        type is { IsClass: true, IsValueType: false, IsSealed: false, IsAbstract: false } ? [type.FullName] : [];

    static IEnumerable<string> StaticState(TypeDefinition type) => type.Fields
        .Where(field => field is { IsStatic: true, IsInitOnly: false, IsLiteral: false } && !field.Name.StartsWith('<') && !IsGenerated(type))
        .Select(field => field.FullName);

    // A file inside the assembly is data, and is found by its name without any type.
    static IEnumerable<string> Reflection(TypeDefinition type) => Calls(type)
        .Where(call => call.DeclaringType.FullName is "System.Activator"
            || call.DeclaringType.Namespace == "System.Reflection"
            || (call.DeclaringType.FullName == "System.Type" && call.Name.StartsWith("Get", StringComparison.Ordinal)
                && call.Name != nameof(Type.GetTypeFromHandle)))
        .Where(call => call.Name != nameof(System.Reflection.Assembly.GetManifestResourceStream))
        .Where(call => !IsGenerated(type) && !IsWrittenByTheCompiler(call))
        .Select(call => $"{type.FullName} calls {call.FullName}");

    // Under Native AOT MediatR finds no code for its generics over structs; IRequest without a response asks for its Unit, a struct.
    static IEnumerable<string> ValueTypedRequests(TypeDefinition type) => Requests(type)
        .Where(response => type.IsValueType || response.IsValueType)
        .Select(response => $"{type.FullName} asks for {response.FullName}");

    static IEnumerable<string> BoolOutcomes(TypeDefinition type) => Requests(type)
        .Where(response => response.FullName is "System.Boolean" or "System.String" or "System.Object")
        .Select(response => $"{type.FullName} asks for {response.FullName}");

    static IEnumerable<string> VagueNames(TypeDefinition type) =>
        new[] { "Helper", "Helpers", "Utils", "Util", "Utility", "Manager", "Dto", "Common", "Shared", "Base" }
            .Where(word => type.Name.EndsWith(word, StringComparison.Ordinal))
            .Select(word => $"{type.FullName} ends in {word}");

    static IEnumerable<string> Tasks(TypeDefinition type) => type.Methods
        .Where(method => method.ReturnType.FullName.StartsWith("System.Threading.Tasks", StringComparison.Ordinal))
        .Select(method => method.FullName);

    static IEnumerable<TypeReference> Requests(TypeDefinition type) => type.Interfaces
        .Select(implemented => implemented.InterfaceType)
        .OfType<GenericInstanceType>()
        .Where(implemented => implemented.ElementType.FullName == typeof(IRequest<>).FullName)
        .Select(implemented => implemented.GenericArguments[0]);

    static IEnumerable<MethodReference> Calls(TypeDefinition type) => type.Methods
        .Where(method => method.HasBody)
        .SelectMany(method => method.Body.Instructions)
        .Where(instruction => instruction.OpCode.Code is Code.Call or Code.Callvirt)
        .Select(instruction => (MethodReference)instruction.Operand);

    // An expression such as FluentValidation's request => request.OrderId, and the name of a type in a message.
    static bool IsWrittenByTheCompiler(MethodReference call) => call.Name is "GetMethodFromHandle" or "get_Name";

    // What the JSON and regular expression generators of the SDK write is theirs.
    static bool IsGenerated(TypeDefinition type) =>
        type.BaseType?.FullName == "System.Text.Json.Serialization.JsonSerializerContext"
        || type.CustomAttributes.Concat(type.DeclaringType?.CustomAttributes ?? []).Any(attribute => attribute.AttributeType.Name == "GeneratedCodeAttribute");
}
