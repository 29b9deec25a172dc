using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli;

/// <summary>YAML as CloudFormation reads it: tags such as <c>!GetAtt</c> are kept, anchors are written out where they are used.</summary>
static class YamlText
{
    static readonly EmitterSettings AsCommitted = new(
        bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, indentSequences: true);

    /// <summary>Reads one document that is a mapping; JSON is YAML, too.</summary>
    /// <exception cref="InvalidDataException">It is none; the message names the file, the line and what is wrong there.</exception>
    public static YamlMappingNode Read(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException malformed)
        {
            throw new InvalidDataException($"{file}, line {malformed.Start.Line}: {malformed.Message}", malformed);
        }
        catch (InvalidOperationException unreadable) // the scanner's own, at a text without quotation marks
        {
            throw new InvalidDataException(
                $"{file}: a text without quotation marks in it cannot be read. Look for brackets that are not closed, or a character that cannot be seen.", unreadable);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode mapping }]
            ? mapping
            : throw new InvalidDataException($"{file}: it must be one document with names and their values.");
    }

    /// <summary>A text that stays a text, whatever it looks like.</summary>
    public static YamlScalarNode Text(string text) => new(text) { Style = ScalarStyle.SingleQuoted };

    public static YamlScalarNode Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The document, the same bytes for the same content.</summary>
    public static string Write(YamlMappingNode document)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, AsCommitted);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Write(emitter, document);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    static void Write(Emitter emitter, YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                emitter.Emit(new MappingStart(AnchorName.Empty, mapping.Tag, mapping.Tag.IsEmpty, MappingStyle.Block));
                foreach (var (key, value) in mapping)
                {
                    Write(emitter, key);
                    Write(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case YamlSequenceNode sequence:
                // What an intrinsic function is given stays on its line.
                var style = sequence.All(item => item is YamlScalarNode) && !sequence.Tag.IsEmpty ? SequenceStyle.Flow : SequenceStyle.Block;
                emitter.Emit(new SequenceStart(AnchorName.Empty, sequence.Tag, sequence.Tag.IsEmpty, style));
                foreach (var item in sequence)
                {
                    Write(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case YamlScalarNode scalar:
                emitter.Emit(new Scalar(AnchorName.Empty, scalar.Tag, scalar.Value!, Style(scalar), scalar.Tag.IsEmpty, scalar.Tag.IsEmpty));
                break;
            default:
                throw new NotSupportedException($"No text for {node.GetType().Name}.");
        }
    }

    static ScalarStyle Style(YamlScalarNode scalar) =>
        scalar.Value!.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal
        : scalar.Style is ScalarStyle.Plain or ScalarStyle.Any ? ScalarStyle.Plain
        : ScalarStyle.SingleQuoted;
}
