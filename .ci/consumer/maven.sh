# For the scripts of .ci: Maven as a user runs it who has the libraries in a repository, here the folder $PUBLISHED, and Maven
# Central. $repository is the local repository; it reads third-party artifacts from REPOSITORY_TAIL too. $root is the checkout,
# whose wrapper is run, and $work a temporary folder.
tail=${REPOSITORY_TAIL-$HOME/.m2/repository}

cat > "$work/settings.xml" <<SETTINGS
<settings>
  <profiles>
    <profile>
      <id>published</id>
      <repositories>
        <repository>
          <id>published</id>
          <url>file://$PUBLISHED</url>
        </repository>
      </repositories>
    </profile>
  </profiles>
  <activeProfiles>
    <activeProfile>published</activeProfile>
  </activeProfiles>
</settings>
SETTINGS

# As global settings, so that a user's own mirror or proxy still counts.
maven() {
    "$root/mvnw" -B -gs "$work/settings.xml" -Dmaven.repo.local="$repository" \
        ${tail:+-Dmaven.repo.local.tail="$tail"} ${tail:+-Dmaven.repo.local.tail.ignoreAvailability=true} "$@"
}

# Artifacts of ours that stand in ~/.m2 must not have been taken from there.
published_only() {
    local artifact
    for artifact in "$@"; do
        grep -q '\.jar>published=' "$repository"/dev/esign/"$artifact"/*/_remote.repositories \
            || { echo "$artifact didn't come from the published repository" >&2; exit 1; }
    done
}
