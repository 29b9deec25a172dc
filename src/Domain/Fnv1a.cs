namespace OrderHotline.Domain;

/// <summary>A hash of a text that is the same on every machine and in every run, for what must not change when it is decided again. It
/// keeps no secret: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv.</summary>
public static class Fnv1a
{
    const uint Offset = 2_166_136_261;
    const uint Prime = 16_777_619;

    /// <summary>32 bits over the text's UTF-16 units.</summary>
    public static uint Hash(string text)
    {
        var hash = Offset;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * Prime);
        }

        return hash;
    }
}
