namespace OrderHotline.ContactFlows;

/// <summary>What colour tells of how much was taken.</summary>
static class UseColours
{
    public static string For(BranchUse use) => use switch
    {
        BranchUse.Everywhere => "#1a7f37",
        BranchUse.Partly => "#bc4c00",
        BranchUse.Never => "#cf222e",
        BranchUse.Impossible => "#afb8c1",
        _ => throw new NotSupportedException($"No colour for {use}."),
    };
}
