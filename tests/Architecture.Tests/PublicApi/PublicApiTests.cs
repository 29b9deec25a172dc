using System.Text;
using System.Text.RegularExpressions;
using Mono.Cecil;
using OrderHotline.Contracts;

namespace OrderHotline.Architecture.Tests;

/// <summary>What each library shows to others, approved as text.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries => [.. Solution.Packages.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_api_is_what_was_approved(string library) => Approved.Holds(
        library,
        Describe(Solution.Projects[library].Types),
        $"The public API of {library} has changed: whoever builds on it must know. Note it in CHANGELOG.md.");

    [Fact]
    public void A_public_member_more_is_seen()
    {
        var types = Project.TypesOf(AssemblyDefinition.ReadAssembly(typeof(Shown).Assembly.Location))
            .Where(type => type.FullName.Contains(nameof(Shown), StringComparison.Ordinal));

        Assert.Equal(
            """
            sealed class Shown
              Shown(Int32 count)
              static Int32 Twice(Int32 count)
              Int32 Count { get; }
            enum ShownState
              Open = 0
              Closed = 1
            """,
            Describe(types).TrimEnd());
    }

    static string Describe(IEnumerable<TypeDefinition> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.Where(IsShown).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type.FullName)).Append('\n');
            foreach (var member in Members(type))
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    static bool IsShown(TypeDefinition type) => type.IsPublic || (type.IsNestedPublic && IsShown(type.DeclaringType));

    static string Kind(TypeDefinition type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    static IEnumerable<string> Members(TypeDefinition type) => type.IsEnum
        ? type.Fields.Where(field => field.IsLiteral).Select(field => $"{field.Name} = {field.Constant}")
        :
        [
            .. type.Fields.Where(field => field.IsPublic).Select(field =>
                $"{(field.IsLiteral ? "const " : field.IsStatic ? "static readonly " : "")}{Name(field.FieldType.FullName)} {field.Name}"),
            .. type.Methods.Where(method => method is { IsPublic: true, IsSpecialName: false } or { IsPublic: true, IsConstructor: true })
                .Where(IsWritten).Select(Describe),
            .. type.Properties.Where(property => property.GetMethod is { IsPublic: true } && IsWritten(property.GetMethod, property.Name))
                .Select(property => $"{(property.GetMethod.IsStatic ? "static " : "")}{Name(property.PropertyType.FullName)} {property.Name} "
                    + $"{{ get; {(property.SetMethod is { IsPublic: true } ? "init; " : "")}}}"),
        ];

    static string Describe(MethodDefinition method) =>
        (method.IsStatic ? "static " : "")
        + (method.IsConstructor ? method.DeclaringType.Name : $"{Name(method.ReturnType.FullName)} {method.Name}")
        + $"({string.Join(", ", method.Parameters.Select(parameter => $"{Name(parameter.ParameterType.FullName)} {parameter.Name}"))})";

    // What the compiler gives every record says nothing about ours.
    static bool IsWritten(MethodDefinition method) => IsWritten(method, method.Name);

    static bool IsWritten(MethodDefinition method, string name) =>
        name is not ("EqualityContract" or "Deconstruct" or "Equals" or "GetHashCode" or "<Clone>$" or "ToString")
        && !name.StartsWith("op_", StringComparison.Ordinal);

    // Without namespaces: each library has but one.
    static string Name(string full) =>
        Regex.Replace(full, @"(\w+\.)+", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Replace('/', '.');
}

#pragma warning disable CA1822 // As a shown member looks.

/// <summary>A class to see the describing by.</summary>
public sealed class Shown(int count)
{
    public int Count => count;

    public static int Twice(int count) => 2 * count;

    internal int Hidden() => count;
}

/// <summary>An enum to see the describing by.</summary>
public enum ShownState
{
    Open,
    Closed,
}
