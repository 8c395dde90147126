-- One post is one piece of news: whoever is named in it is told that she was named, and not a second time that somebody
-- answered. And what was held and is let in names people like any other words.
SET ROLE porchlight_policy;
CREATE FUNCTION access.say_it_once() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NEW.kind = 'conversation.mention' THEN
      DELETE FROM public.notifications n WHERE n.community_id = NEW.community_id AND n.member_id = NEW.member_id
        AND n.post_id = NEW.post_id AND n.kind IN ('conversation.reply', 'conversation.post') AND n.seen_at IS NULL;
    ELSIF EXISTS (SELECT FROM public.notifications n WHERE n.community_id = NEW.community_id
        AND n.member_id = NEW.member_id AND n.post_id = NEW.post_id AND n.kind = 'conversation.mention'
        AND n.seen_at IS NULL) THEN
      RETURN NULL;
    END IF;
    RETURN NEW;
  END $$;

-- While it was held nobody could read it, so nobody was told.
CREATE FUNCTION access.tell_of_mentions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.notifications (community_id, member_id, kind, circle_id, post_id)
    SELECT NEW.community_id, m.member_id, 'conversation.mention', NEW.circle_id, NEW.post_id
    FROM public.circle_members c JOIN public.members m USING (community_id, member_id)
    WHERE c.community_id = NEW.community_id AND c.circle_id = NEW.circle_id
      AND m.member_id IS DISTINCT FROM access.member_id() -- she who lets it in has read it
      AND m.member_id IN (SELECT access.readers_of(NEW.community_id, NEW.post_id, ARRAY(SELECT n.member_id
        FROM public.mentions n WHERE n.community_id = NEW.community_id AND n.post_id = NEW.post_id)))
    FOR KEY SHARE OF c, m SKIP LOCKED -- whoever is just leaving is not told, nor waited for
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
RESET ROLE;

CREATE TRIGGER notifications_once_a_post BEFORE INSERT ON notifications FOR EACH ROW
  WHEN (NEW.kind IN ('conversation.mention', 'conversation.reply', 'conversation.post'))
  EXECUTE FUNCTION access.say_it_once();
CREATE TRIGGER posts_mentions_let_in AFTER UPDATE OF held_at ON posts FOR EACH ROW
  WHEN (OLD.held_at IS NOT NULL AND NEW.held_at IS NULL AND NEW.removed_at IS NULL)
  EXECUTE FUNCTION access.tell_of_mentions();
-- As in 0009: a trigger's function is for our tables alone.
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.say_it_once(), access.tell_of_mentions() FROM PUBLIC;
RESET ROLE;
