using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>The tags of a contact
/// (https://docs.aws.amazon.com/connect/latest/adminguide/granular-billing.html).</summary>
static class ContactTags
{
    const string Instance = "aws:connect:instanceId";

    public static readonly ActionKind TagContact = new((run, action, _) =>
    {
        var tags = action.Map("Tags").Select(tag => KeyValuePair.Create(run.Fill(tag.Key), run.Fill(tag.Value)));
        run.State = run.State with { Tags = run.State.Tags.With(tags) };
        return new(ActionOutcome.Done);
    });

    public static readonly ActionKind UntagContact = new((run, action, _) =>
    {
        run.State = run.State with { Tags = action.Texts("TagKeys").Select(run.Fill).Aggregate(run.State.Tags, (tags, key) => tags.Without(key)) };
        return new(ActionOutcome.Done);
    });

    /// <summary>The tags that every contact of an instance has.</summary>
    public static TextMap Of(ConnectWorld world) => TextMap.Empty.With(Instance, ResourceName.From(world.InstanceArn));
}
