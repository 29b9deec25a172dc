using System.Diagnostics.CodeAnalysis;

namespace Amazon.Lambda.Core;

/// <summary>Turns events and replies into objects and back.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}

/// <summary>Names the serializer of a class-library handler. An executable host hands its serializer to the bootstrap instead
/// and has no use for the attribute.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly)]
[SuppressMessage("Design", "CA1019", Justification = "The setter is part of the official attribute.")]
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    public Type SerializerType { get; set; } = serializerType;
}
