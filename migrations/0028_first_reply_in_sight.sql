-- What is held is asked, and answers, once it is let in; what is hidden or locked waits for nothing.
CREATE TRIGGER posts_first_reply_in_sight AFTER UPDATE OF held_at, hidden_at, locked_at ON posts FOR EACH ROW
  WHEN (NEW.held_at IS DISTINCT FROM OLD.held_at OR NEW.hidden_at IS DISTINCT FROM OLD.hidden_at
    OR NEW.locked_at IS DISTINCT FROM OLD.locked_at) EXECUTE FUNCTION access.watch_first_reply();
