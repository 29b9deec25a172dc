using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli;

/// <summary>The hand-written parts of the template, <c>deploy/template/*.yaml</c>, put together. A part has sections of a template, and may
/// have lists (<c>Queues</c>) and what is written once for each of their entries (<c>EachQueue</c>, of those that <c>Where</c> asks for).</summary>
sealed class TemplateParts
{
    const string Each = "Each";
    const string Where = "Where";
    const string OnlyWhere = "OnlyWhere";

    static readonly string[] Sections = ["AWSTemplateFormatVersion", "Description", "Parameters", "Rules", "Conditions", "Resources", "Outputs"];

    readonly Dictionary<string, YamlNode> values;
    readonly Dictionary<string, YamlMappingNode> lists = [];
    readonly Dictionary<string, YamlNode> template = [];
    readonly List<(string File, YamlMappingNode Part)> parts = [];

    /// <param name="values">What names in the parts stand for, everywhere.</param>
    /// <param name="lists">Lists that no part holds, by the name of one of their entries: <c>Flow</c>.</param>
    public TemplateParts(IReadOnlyDictionary<string, YamlNode> values, IReadOnlyDictionary<string, YamlMappingNode> lists)
    {
        this.values = new(values);
        foreach (var (thing, list) in lists)
        {
            this.lists.Add(thing, list);
        }
    }

    /// <summary>Adds a part. Its lists can be used by every part.</summary>
    /// <param name="file">What it is called in messages.</param>
    /// <param name="part">The part.</param>
    /// <param name="holds">Whether a fact of the shop holds: an item of a list with <c>OnlyWhere: the fact</c> is left out where it does not.</param>
    /// <exception cref="InvalidDataException">A fact is none that anybody knows.</exception>
    public void Add(string file, YamlMappingNode part, IReadOnlyDictionary<string, bool> holds)
    {
        var pruned = (YamlMappingNode)Pruned(file, part, holds);
        parts.Add((file, pruned));
        foreach (var (key, value) in pruned)
        {
            // "Functions" is the list of "EachFunction".
            if (value is YamlMappingNode list && $"{key}".Length > 0 && !Sections.Contains($"{key}") && !$"{key}".StartsWith(Each, StringComparison.Ordinal)
                && !lists.TryAdd($"{key}"[..^1], list))
            {
                throw new InvalidDataException($"{file}: the list {key} is there twice.");
            }
        }
    }

    /// <summary>The whole template.</summary>
    /// <exception cref="InvalidDataException">The parts do not fit together; the message names one and says why.</exception>
    public YamlMappingNode Together()
    {
        foreach (var (file, part) in parts)
        {
            foreach (var (key, value) in part)
            {
                if (Sections.Contains($"{key}"))
                {
                    AddSection(file, $"{key}", new TemplatePattern(file, values).Fill(value));
                }
                else if ($"{key}".StartsWith(Each, StringComparison.Ordinal))
                {
                    AddEach(file, $"{key}"[Each.Length..], Mapping(file, $"{key}", value));
                }
            }
        }

        return new(Sections.Where(template.ContainsKey).Select(section => KeyValuePair.Create<YamlNode, YamlNode>(new YamlScalarNode(section), template[section])));
    }

    void AddEach(string file, string thing, YamlMappingNode pattern)
    {
        var list = lists.TryGetValue(thing, out var entries)
            ? entries
            : throw new InvalidDataException($"{file}: {Each}{thing} has no list; there is {string.Join(", ", lists.Keys.Select(one => $"{one}s"))}.");
        foreach (var (name, fields) in list)
        {
            var entry = Mapping(file, $"{name} of {thing}s", fields);
            if (pattern.Children.TryGetValue(new YamlScalarNode(Where), out var asked) && !Mapping(file, Where, asked).All(entry.Contains))
            {
                continue;
            }

            var known = new Dictionary<string, YamlNode>(values) { [thing] = name };
            foreach (var (field, value) in entry)
            {
                known[$"{field}"] = value;
            }

            foreach (var (section, content) in pattern.Where(line => $"{line.Key}" != Where))
            {
                AddSection(file, $"{section}", new TemplatePattern(file, known).Fill(content));
            }
        }
    }

    void AddSection(string file, string section, YamlNode content)
    {
        if (content is not YamlMappingNode added)
        {
            if (!template.TryAdd(section, content))
            {
                throw new InvalidDataException($"{file}: {section} is there twice.");
            }

            return;
        }

        var whole = Mapping(file, section, template.TryGetValue(section, out var known) ? known : template[section] = new YamlMappingNode());
        foreach (var (name, value) in added)
        {
            if (whole.Children.ContainsKey(name))
            {
                throw new InvalidDataException($"{file}: {name} of {section} is there twice.");
            }

            whole.Add(name, value);
        }
    }

    static YamlMappingNode Mapping(string file, string name, YamlNode node) => node as YamlMappingNode
        ?? throw new InvalidDataException($"{file}: {name} must be names with their values.");

    static YamlNode Pruned(string file, YamlNode node, IReadOnlyDictionary<string, bool> holds) => node switch
    {
        YamlSequenceNode sequence => new YamlSequenceNode(sequence.Where(item => Counts(file, item, holds)).Select(item => Pruned(file, item, holds)))
        {
            Tag = sequence.Tag,
        },
        YamlMappingNode mapping => new YamlMappingNode(
            mapping.Where(line => $"{line.Key}" != OnlyWhere).Select(line => KeyValuePair.Create(line.Key, Pruned(file, line.Value, holds))))
        {
            Tag = mapping.Tag,
        },
        _ => node,
    };

    static bool Counts(string file, YamlNode item, IReadOnlyDictionary<string, bool> holds) =>
        item is not YamlMappingNode mapping || !mapping.Children.TryGetValue(new YamlScalarNode(OnlyWhere), out var fact)
        || (holds.TryGetValue($"{fact}", out var does)
            ? does
            : throw new InvalidDataException($"{file}: \"{OnlyWhere}: {fact}\" is nothing that is known of a shop; there is {string.Join(", ", holds.Keys)}."));
}
